import type { PublicBackgroundMessages } from '../../messages/background.ts'
import type { ArgumentsOf } from '../../messages/message.ts'
import { tryToTellBackground } from '../../messages/send.ts'

type Script = ArgumentsOf<PublicBackgroundMessages, 'load-script'>[0]['script']

/** A feature that does nothing but load the script of a feature that few people want, so that only their pages pay for it. */
export function createLoader<IsWanted>(script: Script, isWanted: IsWanted) {
  return { name: `load-${script}`, isWanted, start: () => void tryToTellBackground('load-script', { script }) }
}
