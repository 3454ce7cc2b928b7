import { expect, it } from 'vitest'
import { documentOf } from '../../../../scripts/shop-table/shop-pages.ts'
import { controlReasons } from './control-signals.ts'

const idsOf = (html: string) => controlReasons(documentOf(`<html><body>${html}`)).map(({ id }) => id)

it.each([
  '<i class="fa fa-shopping-cart"></i>',
  '<i class="fa-solid fa-cart-shopping"></i>',
  '<span class="fas fa-shopping-basket"></span>',
  '<i class="bx bx-shopping-bag"></i>',
  '<i class="bx bxs-cart-add"></i>',
  '<i class="bi bi-bag"></i>',
  '<i class="bi bi-cart3"></i>',
  '<i class="icon-cart"></i>',
  '<span class="icon_bag_alt"></span>',
  '<i class="pe-7s-cart"></i>',
  '<i class="ti-shopping-cart"></i>',
  '<i class="lnr lnr-cart"></i>',
  '<i class="las la-shopping-bag"></i>',
  '<i class="ri-shopping-bag-2-line"></i>',
  '<i class="uil uil-shopping-cart-alt"></i>',
  '<span class="material-icons">shopping_cart</span>',
  '<span class="material-symbols-outlined">local_mall</span>',
  '<svg><use href="#icon-bag"></use></svg>',
  '<svg><use xlink:href="/sprite.svg#icon-shopping-cart"></use></svg>',
  '<ion-icon name="cart-outline"></ion-icon>',
  '<i data-feather="shopping-cart"></i>',
  '<img src="/img/cart.svg">',
  '🛒',
])('finds a cart in a link with nothing but %s and a count', icon => {
  expect(idsOf(`<a href="#">${icon}<sup>2</sup></a>`)).toEqual(['cart'])
  expect(idsOf(`<button>${icon}</button>`)).toEqual(['cart'])
})

it('finds the icon of a cart that a script makes a control', () => {
  expect(idsOf('<header><i class="bx bx-shopping-bag"></i></header>')).toEqual(['cart'])
})

it.each([
  '<a href="#"><i class="fas fa-shopping-cart"></i> Orders</a>',
  '<header><p><i class="fas fa-shopping-cart"></i> E-commerce solutions</p></header>',
  '<a href="/p/1"><img src="/img/leather-bag.jpg"></a>',
  '<a href="#"><i class="fa fa-cartoon"></i></a>',
  '<a href="#"><i class="bi bi-baggage"></i></a>',
  '<a href="#"><svg><path d="M0 0"></path></svg></a>',
])('finds none in %s', html => expect(idsOf(html)).toEqual([]))
