import { text } from '../../i18n/text.ts'
import type { ShopReason, ShopVerdict } from '../../page/features/shop/verdict.ts'

interface ShopReasonsProps {
  /** Undefined until the page has answered. The line keeps its height meanwhile, so that the layout does not shift. */
  shop: ShopVerdict | undefined
  onForget: (() => void) | undefined
}

/** Whether the page looks like a shop, the reasons in a disclosure, and a button that clears the user's own choice. */
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
