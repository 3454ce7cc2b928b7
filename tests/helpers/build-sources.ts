/** Everything that goes into a build. */
export const BUILD_SOURCES = [
  'src',
  'public',
  'icons',
  'models',
  'scripts',
  'manifest.json',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
