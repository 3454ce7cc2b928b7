import type { ShopReason, ShopVerdict } from '../messages.ts'
import { text } from '../platform/text.ts'
import type { SiteState } from './use-site.ts'

/** Whether the page is taken for a shop and, unfolded, why; and the way back from an own choice to that. */
export function ShopWords({ isShop, reasons, onForget }: ShopVerdict & Pick<SiteState, 'onForget'>) {
  const strongestFirst = reasons.toSorted((a, b) => b.weight - a.weight)
  return (
    <div class="shop soft" data-shop={isShop}>
      {reasons.length === 0 ? (
        <p>{text('shop_no_signs')}</p>
      ) : (
        <details>
          <summary>{text(isShop ? 'shop_yes' : 'shop_no')}</summary>
          <ul>{strongestFirst.map(Reason)}</ul>
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
