import type { ShopReason } from './verdict.ts'

/**
 * Selectors that identify shop systems. For systems that also serve other sites (WordPress, Wix, Squarespace) they match
 * only the shop part.
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

const anyPlatform = Object.values(platforms).join()

/** A reason for a page that a known shop system has made. */
export function platformReasons(page: Document): ShopReason[] {
  // One query for all systems, because most pages match none.
  const match = page.querySelector(anyPlatform)
  const found = match && Object.entries(platforms).find(([, selector]) => match.matches(selector))
  return found ? [{ id: 'platform', weight: 3, detail: found[0] }] : []
}
