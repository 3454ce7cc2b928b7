import coat from '@lobehub/fluent-emoji-3d/assets/1f9e5.webp?url'
import cat from '@lobehub/fluent-emoji-3d/assets/1f408.webp?url'
import tShirt from '@lobehub/fluent-emoji-3d/assets/1f455.webp?url'
import trousers from '@lobehub/fluent-emoji-3d/assets/1f456.webp?url'
import shoe from '@lobehub/fluent-emoji-3d/assets/1f462.webp?url'
import goggles from '@lobehub/fluent-emoji-3d/assets/1f576-fe0f.webp?url'
import type { TextKey } from '../i18n/text.ts'

/** A picture to try the network on. */
interface Sample {
  url: string
  /** Label for screen readers. */
  name: TextKey
}

/** Sample pictures (MIT licence). One of them is not a garment. */
export const samples: Sample[] = [
  { url: tShirt, name: 'sample_t_shirt' },
  { url: trousers, name: 'sample_trousers' },
  { url: shoe, name: 'sample_shoe' },
  { url: goggles, name: 'sample_sunglasses' },
  { url: coat, name: 'sample_coat' },
  { url: cat, name: 'sample_cat' },
]
