/** The reading script: it comes after the content script where the host could not read a picture that the page may read. */

import { readHere } from './core/answers/read-in-page.ts'
import { lensHere } from './lens.ts'

const lens = lensHere()
if (lens) lens.readHere ??= readHere
