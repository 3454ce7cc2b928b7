import type { ScoreCalibration } from '../garments/score/confidence.ts'
import type { ChannelRanges } from './integer/ranges.ts'
import type { FloatNetwork, NetworkFiles } from './network.ts'

/** `models/outfits/card.json`: the detector's metadata. Written by `training/outfits/export.py`. */
interface DetectorCard {
  name: string
  /** Name of the classifier that it shares the weights of the backbone with. */
  classifier: string
  /** In the order of the maps. The ten come first; the others are learnt so that they are not taken for one of the ten. */
  classes: string[]
  /** Side of the square input in pixels. */
  inputSize: number
  /** Side of a cell of the maps in pixels of the input. */
  stride: number
  /** Least score (`scoreOf` of src/garments/score/score.ts) of a garment that is shown, 0..1. */
  threshold: number
  /** Turns the scores of shown garments into probabilities. */
  calibration: ScoreCalibration
}

/** The shipped files of the detector. */
export interface DetectorFiles extends Pick<NetworkFiles, 'kernels'> {
  card: DetectorCard
  /** `model.json`, parsed. */
  topology: unknown
  /** `weights.bin`: the weights of the head. Those of the backbone are the classifier's. */
  weights: ArrayBuffer
  classifier: FloatNetwork
  /** `ranges.json`, parsed. */
  ranges: ChannelRanges
}

/** The detector's maps of one picture, row by row; their side is `inputSize / stride`. */
interface DetectorOutput {
  /** [side, side, classes]: logits of a garment whose centre lies in the cell. */
  heat: Float32Array
  /**
   * [side, side, classes, 4]: logarithms of the distances from the cell's centre to the left, top, right and bottom of the
   * garment's box, in cells.
   */
  sides: Float32Array
}

/** A detector that is ready to run. */
export interface Detector {
  /**
   * Runs one picture, RGB bytes [inputSize, inputSize, 3].
   * @throws TypeError if the length is wrong
   */
  detect(picture: Uint8Array): DetectorOutput
}
