/**
 * `npm run decorations`: how sure the network is of logos and icons that it takes for garments, and of real
 * garments of the same size. The bar in src/page/core/evidence/decoration.ts is chosen by this table. The pictures are
 * those that the test shop draws.
 */
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import sharp from 'sharp'
import { predictPicture } from '../src/apparel/predict-picture.ts'
import { Resampler } from '../src/inference/resample/resampler.ts'
import { fromCanvas } from '../src/inference/resample/source.ts'
import { emojiFile } from './demo-shop/emoji-shelves.ts'
import { onGround } from './demo-shop/pictures.ts'
import { MODEL, openShippedNetwork } from './evaluation/shipped-network.ts'
import { readKernels } from './kernels.ts'

/** Emoji of what the ten classes name. */
const GARMENTS =
  '1f453 1f454 1f455 1f456 1f45a 1f45b 1f45e 1f45f 1f460 1f462 1f452 1f3a9 1f9e2 1f576-fe0f 1f97d 1f97e 1f97f 1f9e5 1fa73 231a'
/** Other wearables, people, who wear clothes, and variants of skin and hair. */
const UNCLEAR =
  /1f3f[b-f]|200d|^1f4[5-6]|^1f4[7-8]|^1f9[3-9d]|^1f9[a-e]|^1f3c[2-4a-c]|^1f57[4a]|^26f[79]|^1fa7[0-4]|^23f|^231|^1fa96|^26d1|^1f392/
const SIDES_PX = [64, 200]
const GROUNDS = ['#ffffff', '#1d2430']
const THRESHOLDS = [0, 0.8, 0.9, 0.95, 0.97, 0.98, 0.985, 0.99, 0.995]

const network = await openShippedNetwork(MODEL)
const resampler = await Resampler.open(await readKernels('resample'))
const garments = GARMENTS.split(' ')
const all = (await readdir(dirname(emojiFile('1f455')))).map(name => name.replace('.webp', ''))
const icons = all.filter(code => !garments.includes(code) && !UNCLEAR.test(code))

console.log(`| picture | side | count | ${THRESHOLDS.map(t => t || 'badged').join(' | ')} |`)
for (const side of SIDES_PX) {
  await print('icon', icons, side)
  await print('garment', garments, side)
}

async function print(title: string, codes: string[], side: number): Promise<void> {
  const confidences: number[] = []
  for (const code of codes) for (const ground of GROUNDS) confidences.push(await badgedConfidence(code, ground, side))
  const shares = THRESHOLDS.map(threshold => confidences.filter(confidence => confidence > threshold).length)
  console.log(`| ${title} | ${side} px | ${confidences.length} | ${shares.join(' | ')} |`)
}

/** The confidence of a picture that gets a badge; 0 if it gets none. */
async function badgedConfidence(code: string, ground: string, side: number): Promise<number> {
  const { data, info } = await sharp(await onGround(emojiFile(code), ground, side))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const picture = { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
  const { inputSize } = network.card
  const input = await resampler.resample(fromCanvas(picture), { width: inputSize, height: inputSize })
  const { verdict, confidence } = predictPicture(await network.outputsOf(input), network.card)
  return verdict === 'garment' ? confidence : 0
}
