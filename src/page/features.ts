/**
 * Lists every feature of a page. To add one, create its folder and name it here. This folder's `package.json` declares its
 * modules free of side effects, so that each script bundles only its own features.
 */
import type { Feature } from './feature.ts'
import { altText } from './features/alt-text/index.ts'
import { loadAltText } from './features/alt-text/load.ts'
import { badges } from './features/badges/index.ts'
import { chooseSeveral } from './features/choose-pictures/index.ts'
import { contextMenu } from './features/context-menu/index.ts'
import { eachGarment } from './features/each-garment/index.ts'
import { loadEachGarment } from './features/each-garment/load.ts'
import { followVideo } from './features/follow-video/index.ts'
import { markRegion } from './features/mark-region/index.ts'
import { outfit } from './features/outfit/index.ts'
import { report } from './features/report/index.ts'
import { rightClick } from './features/right-click/index.ts'
import { explainShop, findShop } from './features/shop/index.ts'
import { toolbarCount } from './features/toolbar-count/index.ts'

/** The features of the content script. */
export const contentFeatures: readonly Feature[] = [badges, loadAltText, loadEachGarment, toolbarCount, contextMenu]

/** The features of the answer script, which a right click or a press on a badge injects. */
export const answerFeatures: readonly Feature[] = [rightClick, outfit, chooseSeveral, markRegion, followVideo]

/** The features of the alt text script, which the content script loads where they are wanted. */
export const altTextFeatures: readonly Feature[] = [altText]

/** The features of the outfit script, which the content script loads where each garment gets a badge. */
export const outfitFeatures: readonly Feature[] = [eachGarment]

/** The features of the report script, which the popup injects. */
export const reportFeatures: readonly Feature[] = [report]

/** The features of the shop script. It runs on every page while shops are badged, so it is small and has no core. */
export const shopFeatures: readonly Feature<{ signal: AbortSignal }>[] = [explainShop, findShop]
