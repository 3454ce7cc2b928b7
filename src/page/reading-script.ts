/** The reading script: it comes after the content script where the host could not read a picture that the page may read. */
import { lensHere } from './lens.ts'
import { readHere } from './read-here.ts'

const lens = lensHere()
if (lens) lens.readHere ??= readHere
