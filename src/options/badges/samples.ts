import guitar from '@lobehub/fluent-emoji-3d/assets/1f3b8.webp?url'
import cap from '@lobehub/fluent-emoji-3d/assets/1f9e2.webp?url'
import coat from '@lobehub/fluent-emoji-3d/assets/1f9e5.webp?url'
import purse from '@lobehub/fluent-emoji-3d/assets/1f45b.webp?url'
import shoe from '@lobehub/fluent-emoji-3d/assets/1f45e.webp?url'
import trainer from '@lobehub/fluent-emoji-3d/assets/1f45f.webp?url'
import goggles from '@lobehub/fluent-emoji-3d/assets/1f97d.webp?url'
import shirt from '@lobehub/fluent-emoji-3d/assets/1f454.webp?url'
import tShirt from '@lobehub/fluent-emoji-3d/assets/1f455.webp?url'
import trousers from '@lobehub/fluent-emoji-3d/assets/1f456.webp?url'
import sunglasses from '@lobehub/fluent-emoji-3d/assets/1f576-fe0f.webp?url'
import watch from '@lobehub/fluent-emoji-3d/assets/231a.webp?url'

/** Pictures that may be passed on (MIT), for who has no history yet; one of them is no garment. */
export const samples = [tShirt, shoe, watch, cap, trousers, sunglasses, coat, guitar, purse, shirt, trainer, goggles]
