import card from '../../../models/apparel/card.json' with { type: 'json' }
import words from '../../../models/apparel/words.json' with { type: 'json' }
import { eventually } from '../../../scripts/drive/eventually.ts'
import { readReports } from '../../../scripts/drive/report.ts'
import { type Answered, isAnswered } from '../../../src/apparel/answer.ts'
import type { Garment } from '../../../src/apparel/classes.ts'
import { SURE } from '../../../src/apparel/words/word-evidence.ts'
import { picturePath } from '../../shop/pictures.ts'
import type { Session } from './session.ts'

/** Emoji that show no garment of the ten clearly: clothes beside them, clocks, bags, odd shoes and hats. */
const codes = (
  '1f45a 1f454 1f97c 1f9ba 1f97b 1f458 1f3bd 1fa71 1fa72 1f9e3 1f9e4 1f45d 1f4bc 23f0 1f570-fe0f 23f1-fe0f 1f9ed 1f451 ' +
  '1fa74 1f6fc 26f8-fe0f 1f392 1f45c 1f457 1f9e6 1f94b 26d1-fe0f 1fa96 1f9f3 1f52d 1f4fd-fe0f 1f3a7 1f50e 1f4ff 1f3af'
).split(' ')

/** By how much a worded answer must pass or miss a threshold, in log-odds, so that no rounding decides a test. */
const MARGIN = 0.3

/** A picture of which the network is not sure. */
export interface UnsurePicture {
  /** Path in the test shop; append `?1`, `?2` … for further pictures with the same content. */
  path: string
  /** The garment that it takes the picture for, if any. */
  garment: Garment
}

/**
 * Finds pictures that get no badge, but would under the name of their most probable garment. Which they are depends on the
 * network.
 * @throws Error if there are fewer than `count`
 */
export async function findUnsurePictures(session: Session, count: number): Promise<UnsurePicture[]> {
  const paths = codes.map(code => picturePath(code, 77))
  const answers = await answersOn(session, paths.map(path => `<img src="${path}" alt="">`).join(''))
  const found = paths.flatMap((path, i) => {
    const { verdict, garment, confidence, probabilities } = answers[i]?.prediction ?? {}
    if (!garment || !confidence || !probabilities || verdict === 'garment' || Math.max(...probabilities) >= SURE)
      return []
    const named = logOdds(confidence) + words.prior.garment
    return named > logOdds(card.calibration.thresholds[garment]) + MARGIN ? [{ path, garment }] : []
  })
  if (found.length < count)
    throw new Error(`The network is unsure of only ${found.length} pictures. Give the test others.`)
  return found
}

/** Finds a picture among those with the codes of which the network is sure: of a badge, or that it shows none of the ten. */
export async function findSurePicture(
  session: Session,
  verdict: 'garment' | 'none',
  codes: readonly string[],
): Promise<string> {
  const paths = codes.map(code => picturePath(code, 300))
  const answers = await answersOn(session, paths.map(path => `<img src="${path}" alt="">`).join(''))
  const path = paths.find((_, i) => {
    const prediction = answers[i]?.prediction
    if (prediction?.verdict !== verdict) return false
    return logOdds(Math.max(...prediction.probabilities)) > logOdds(SURE) + MARGIN
  })
  if (!path) throw new Error('The network is sure of none of these pictures. Give the test others.')
  return path
}

function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability))
}

/** Shows a page and returns the answers about its pictures in document order, once all are there. */
export async function answersOn(session: Session, html: string): Promise<Answered[]> {
  const page = await session.visit(html)
  await page.setViewport({ width: 1280, height: 4000 })
  const own = await session.openOwnPage()
  await page.bringToFront()
  const count = await page.$$eval('img', images => images.length)
  const [report] = await eventually(
    () => readReports(own, page.url()),
    ([frame]) =>
      frame?.pictures.length === count && frame.pictures.every(({ outcome }) => outcome.state === 'answered'),
  )
  await own.close()
  await page.close()
  const answers = (report?.pictures ?? []).map(({ outcome }) =>
    outcome.state === 'answered' ? outcome.answer : undefined,
  )
  return answers.filter(answer => answer !== undefined && isAnswered(answer))
}
