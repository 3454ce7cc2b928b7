/**
 * How often the words beside a picture name the right thing. No data set at hand pairs shops' pictures with their names, so
 * these are assumptions, chosen on the unfavourable side. The prior is fitted under them.
 */
export interface Assumption {
  /** Of pictures of one of the ten: shares whose name holds the right word, another garment's, another thing's. */
  garment: { right: number; wrong: number; none: number }
  /** Of pictures of other things: shares whose name holds a word for such a thing, and the word of one of the ten. */
  none: { right: number; wrong: number }
  /** Of names that hold a kind's word: the share whose kind is right. */
  kind: number
  /** By how much (0..1) a wrong name may raise the share of false badges on pictures of other things. */
  mostFalseBadges: number
  /** By how much (0..1) a wrong name for another thing may lower the coverage of garments. */
  mostCoverageLost: number
}

export const assumption: Assumption = {
  // A gallery's pictures share one name, and a look shows the trousers beside the jacket that it is named after.
  garment: { right: 0.7, wrong: 0.03, none: 0.01 },
  // Size charts, fabric and details carry the name of their garment.
  none: { right: 0.35, wrong: 0.1 },
  kind: 0.9,
  mostFalseBadges: 0.02,
  mostCoverageLost: 0.1,
}
