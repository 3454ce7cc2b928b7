/**
 * Lists every feature of a page. To add one, create its folder and name it here. This folder's `package.json` declares its
 * modules free of side effects, so that each script bundles only its own features.
 */
import type { Feature } from './feature.ts'
import { altText } from './features/alt-text/index.ts'
import { badges } from './features/badges/index.ts'
import { contextMenu } from './features/context-menu/index.ts'
import { report } from './features/report/index.ts'
import { rightClick } from './features/right-click/index.ts'
import { explainShop, findShop } from './features/shop/index.ts'
import { toolbarCount } from './features/toolbar-count/index.ts'

/** The features of the content script. */
export const contentFeatures: readonly Feature[] = [badges, altText, toolbarCount, contextMenu, report]

/** The features of the answer script, which only a right click injects. */
export const answerFeatures: readonly Feature[] = [rightClick]

/** The features of the shop script. It runs on every page while shops are badged, so it is small and has no core. */
export const shopFeatures: readonly Feature<{ signal: AbortSignal }>[] = [explainShop, findShop]
