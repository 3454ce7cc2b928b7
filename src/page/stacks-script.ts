/** The stacks script: it comes after the content script where pictures with badges lie on each other. */
import { lensHere } from './lens.ts'
import { createStacks } from './stacks.ts'

const lens = lensHere()
if (lens) lens.createStacks ??= createStacks
