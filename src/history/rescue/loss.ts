import browser from 'webextension-polyfill'
import { watchStored } from '../../settings/watch-stored.ts'

const LOSS_KEY = 'historyLoss'

/** A history that the browser has thrown away, until the user has read about it. */
export interface HistoryLoss {
  /** How many tags it had. */
  tags: number
  /** How many of them a copy has brought back. */
  restored: number
}

export async function readLoss(): Promise<HistoryLoss | undefined> {
  return (await browser.storage.local.get(LOSS_KEY))[LOSS_KEY] as HistoryLoss | undefined
}

export async function reportLoss(loss: HistoryLoss): Promise<void> {
  await browser.storage.local.set({ [LOSS_KEY]: loss })
}

/** Forgets the loss: the user has read about it. */
export async function dismissLoss(): Promise<void> {
  await browser.storage.local.remove(LOSS_KEY)
}

/** Calls back when a loss is reported, or with undefined when it is dismissed, until the signal is aborted. */
export function watchLoss(callback: (loss: HistoryLoss | undefined) => void, signal: AbortSignal): void {
  watchStored(LOSS_KEY, value => callback(value as HistoryLoss | undefined), signal)
}
