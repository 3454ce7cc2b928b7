/**
 * Every feature of a page, once. To add one, write its folder and name it here. `package.json` of this folder says that
 * modules have no side effects, so that each script carries its own features alone.
 */
import type { Feature } from './feature.ts'
import { altText } from './features/alt-text/index.ts'
import { badges } from './features/badges/index.ts'
import { contextMenu } from './features/context-menu/index.ts'
import { report } from './features/report/index.ts'
import { rightClick } from './features/right-click/index.ts'
import { explainShop, findShop } from './features/shop/index.ts'
import { toolbarCount } from './features/toolbar-count/index.ts'

/** Those of the content script. */
export const contentFeatures: readonly Feature[] = [rightClick, badges, altText, toolbarCount, contextMenu, report]

/** Those of the shop script, which comes with every page while shops are badged: it stays small, and has no core. */
export const shopFeatures: readonly Feature<{ signal: AbortSignal }>[] = [explainShop, findShop]
