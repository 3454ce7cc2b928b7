import { text } from '../../i18n/text.ts'
import type { ShopReason, ShopVerdict } from '../../page/features/shop/verdict.ts'

interface ShopReasonsProps {
  /** Undefined until the page has answered; its line is kept free, so that nothing jumps. */
  shop: ShopVerdict | undefined
  onForget: (() => void) | undefined
}

/** Whether the page is taken for a shop and, unfolded, why; and the way back from an own choice to that. */
export function ShopReasons({ shop, onForget }: ShopReasonsProps) {
  return (
    <div class="shop soft" data-shop={shop?.isShop}>
      {shop?.reasons.length === 0 && <p>{text('shop_no_signs')}</p>}
      {shop && shop.reasons.length > 0 && (
        <details>
          <summary>{text(shop.isShop ? 'shop_yes' : 'shop_no')}</summary>
          <ul>{shop.reasons.toSorted((a, b) => b.weight - a.weight).map(Reason)}</ul>
        </details>
      )}
      {onForget && (
        <button type="button" class="forget" onClick={onForget}>
          {text('shop_forget')}
        </button>
      )}
    </div>
  )
}

function Reason({ id, weight, detail = '' }: ShopReason) {
  const words = text(`shop_reason_${id}`, detail)
  return <li key={id}>{weight > 0 ? words : text('shop_against', words)}</li>
}
