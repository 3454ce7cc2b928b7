/** The stacks script: it comes after the content script where pictures with badges lie on each other. */

import { createStacks } from './core/overlay/occlusion/overlapping-pictures.ts'
import { lensHere } from './lens.ts'

const lens = lensHere()
if (lens) lens.createStacks ??= createStacks
