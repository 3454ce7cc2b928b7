import type { ShopReason } from './verdict.ts'

/**
 * Marks that shop systems leave on pages that sell. Marks of a system that also makes other sites (WordPress, Wix,
 * Squarespace) are those of its shop alone.
 */
const platforms = {
  Shopify: '#shopify-features, .shopify-section, script[src*="cdn.shopify.com/"], link[href*="cdn.shopify.com"]',
  WooCommerce: 'body.woocommerce, body.woocommerce-page, .wc-block-mini-cart, .woocommerce-mini-cart, a.cart-contents',
  Magento:
    'script[type="text/x-magento-init"], script[src*="/mage/requirejs/"], [data-block="minicart"], ' +
    'body.catalog-category-view, body.catalog-product-view',
  BigCommerce: 'meta[name="platform"][content^="bigcommerce"], link[href*=".bigcommerce.com/"]',
  PrestaShop: 'meta[name="generator"][content="PrestaShop"], #_desktop_cart, .js-product-miniature, .blockcart',
  Squarespace: 'body.collection-type-products, .sqs-cart-quantity, .sqs-money-native, .sqs-add-to-cart-button',
  Wix: '[data-hook="cart-icon-button"], [data-hook="product-page"], [data-hook="product-item-root"]',
  Shopware: '[data-off-canvas-cart], [data-offcanvas-cart], body.is-ctl-product, .cms-element-product-listing',
  'Salesforce Commerce':
    '[src*="/demandware.static/"], link[href*="/demandware.static/"], [data-action-url*="demandware.store"]',
  OpenCart: 'a[href*="route=product/"], a[href*="route=checkout/cart"], [onclick^="cart.add"]',
  Bitrix: '.bx-basket, .bx-basket-block',
  Shoptet: 'meta[name="author"][content^="Shoptet"], link[href*="cdn.myshoptet.com"]',
  Cafe24: 'script[src*="cafe24.com/"], script[src*="cafe24img.com/"]',
  'EC-CUBE': '.ec-headerRole__cart, .ec-shelfGrid, .ec-cartNavi',
  Salla: 'salla-cart-summary, salla-add-product-button, script[src*="cdn.salla.network"]',
  VTEX: 'script[src*=".vtexassets.com/"], link[href*=".vtexassets.com/"]',
  Tiendanube: 'script[src*=".mitiendanube.com/"], link[href*=".mitiendanube.com/"]',
  Haravan: 'script[src*="hstatic.net/"], link[href*="hstatic.net/"]',
  Ecwid: '.ec-cart-widget, .ecwid-productBrowser, script[src*="app.ecwid.com/"]',
  Snipcart: '.snipcart-add-item, .snipcart-checkout',
}

const anyMark = Object.values(platforms).join()

/** The shop system that made the page, by its marks. */
export function platformReasons(page: Document): ShopReason[] {
  // One walk through the page for all systems: most pages have no mark at all.
  const mark = page.querySelector(anyMark)
  const found = mark && Object.entries(platforms).find(([, marks]) => mark.matches(marks))
  return found ? [{ id: 'platform', weight: 3, detail: found[0] }] : []
}
