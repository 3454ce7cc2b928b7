import { expect, it, vi } from 'vitest'
import { heatStyle } from './heat-layer.ts'

vi.mock('webextension-polyfill', () => ({ default: {} }))

const image = { left: 100, top: 50, right: 300, bottom: 150 }

it('covers the image, clips to what is seen of the picture and places the canvas on the whole picture', () => {
  const seen = { left: 110, top: 60, right: 280, bottom: 150 }
  const picture = { left: 50, top: 50, right: 350, bottom: 150 }
  expect(heatStyle(image, seen, picture, '8px').split('; ')).toEqual([
    'width: 200.0px',
    'height: 100.0px',
    'border-radius: 8px',
    'clip-path: inset(10.0px 20.0px 0.0px 10.0px)',
    '--left: -50.0px',
    '--top: 0.0px',
    '--width: 300.0px',
    '--height: 100.0px',
  ])
})
