import type { ColourName } from '../../colour/colour-name.ts'

/** The CSS colour of each named colour. */
export const swatches: Record<ColourName, string> = {
  black: '#1c1c1e',
  grey: '#8e9194',
  white: '#fafafa',
  beige: '#dcc9a6',
  brown: '#7a4f2e',
  red: '#cf2e2e',
  orange: '#ee8a2c',
  yellow: '#f2cf3b',
  green: '#3f9a4d',
  teal: '#2a9d96',
  blue: '#3b78d8',
  navy: '#22325c',
  purple: '#8447b5',
  pink: '#ec83ae',
}
