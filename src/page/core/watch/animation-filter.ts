/** Changes of its picture that an element has to its credit, and milliseconds after which it gets another. */
const CREDIT = 4
const CREDIT_AFTER = 1000
/** Milliseconds without a change after which what a restless element shows is a picture, and no longer an animation. */
const STILL = 400

interface Course {
  key: string
  /** When this picture was first seen; milliseconds. */
  since: number
  spent: number
}

/**
 * Tells whether an element shows one picture after the other, as in an animation: each would be fetched for nothing.
 * @returns to be called with the key of the picture at each look
 */
export function createAnimationFilter(now = () => performance.now()): (element: Element, key: string) => boolean {
  const courses = new WeakMap<Element, Course>()
  return (element, key) => {
    const time = now()
    const course = courses.get(element) ?? { key, since: time, spent: 0 }
    courses.set(element, course)
    if (course.key !== key) {
      course.spent = Math.max(0, course.spent - (time - course.since) / CREDIT_AFTER) + 1
      course.since = time
      course.key = key
    }
    return course.spent > CREDIT && time - course.since < STILL
  }
}
