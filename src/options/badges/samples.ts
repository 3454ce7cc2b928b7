import guitar from '@lobehub/fluent-emoji-3d/assets/1f3b8.webp?url'
import cap from '@lobehub/fluent-emoji-3d/assets/1f9e2.webp?url'
import coat from '@lobehub/fluent-emoji-3d/assets/1f9e5.webp?url'
import socks from '@lobehub/fluent-emoji-3d/assets/1f9e6.webp?url'
import blouse from '@lobehub/fluent-emoji-3d/assets/1f45a.webp?url'
import handbag from '@lobehub/fluent-emoji-3d/assets/1f45c.webp?url'
import trainer from '@lobehub/fluent-emoji-3d/assets/1f45f.webp?url'
import labCoat from '@lobehub/fluent-emoji-3d/assets/1f97c.webp?url'
import glasses from '@lobehub/fluent-emoji-3d/assets/1f453.webp?url'
import tShirt from '@lobehub/fluent-emoji-3d/assets/1f455.webp?url'
import trousers from '@lobehub/fluent-emoji-3d/assets/1f456.webp?url'
import sunglasses from '@lobehub/fluent-emoji-3d/assets/1f576-fe0f.webp?url'
import shorts from '@lobehub/fluent-emoji-3d/assets/1fa73.webp?url'
import stopwatch from '@lobehub/fluent-emoji-3d/assets/23f1-fe0f.webp?url'

/**
 * Sample pictures (MIT licence) for users without a history: clear ones, doubtful ones, some that can be
 * chosen beside the ten garments, and one that is not worn. */
export const samples = [
  tShirt,
  trainer,
  cap,
  stopwatch,
  coat,
  guitar,
  sunglasses,
  shorts,
  blouse,
  labCoat,
  trousers,
  glasses,
  handbag,
  socks,
]
