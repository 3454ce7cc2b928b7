import { expect, it } from 'vitest'
import { meaningsOf } from './label-meaning.ts'

it.each([
  'Add to cart',
  'Add Reef shorts to basket',
  'In Warenkorb legen',
  'Ajouter au panier',
  'Añadir al carrito',
  'Aggiungi al carrello',
  'Adicionar ao carrinho',
  'Voeg aan winkelmand toe',
  'Dodaj do koszyka',
  'Vložit do košíku',
  'Pridať do košíka',
  'A kosárba teszem!',
  'Adauga in cos',
  'Lägg i varukorg',
  'Læg i kurv',
  'Lisää koriin',
  'Lisa ostukorvi',
  'Pridėti į krepšelį',
  'Dodaj v košarico',
  'Dodati u korpu',
  'Добавить в корзину',
  'Додати в кошик',
  'Προσθήκη στο καλάθι',
  'Sepete ekle',
  'კალათაში დამატება',
  'أضف الى سلة التسوق',
  'اضافه کردن به سبد',
  'הוסף לסל',
  'टोकरी में डाल दें',
  'Tambahkan pada keranjang',
  'Thêm vào giỏ hàng',
  'カートに入れる',
  '장바구니 담기',
  '쇼핑백에 추가',
  '加入購物車',
  '添加到购物车',
])('%s puts something in the cart', label => expect([...meaningsOf(label)]).toContain('purchase'))

it.each(['Order', 'Order now!', 'Заказать', 'Bestellen', 'Sipariş ver', 'অর্ডার করুন', '주문하기', 'اطلب الآن', 'สั่งซื้อ'])(
  '%s orders something',
  label => expect([...meaningsOf(label)]).toContain('order'),
)

it.each(['Cart (2)', 'Bag', 'Корзина', 'Köszönjük, kosár', 'Krepšelis', 'ตะกร้า', 'View cart', 'Ver carrito'])(
  '%s is a cart',
  label => expect([...meaningsOf(label)]).toContain('cart'),
)

it.each(['Book a table', 'Comprar entradas', 'Make a donation', 'Забронировать', 'Rooms'])(
  '%s belongs to another trade',
  label => expect([...meaningsOf(label)]).toEqual(['other']),
)

it.each(['Order history', 'Orders', 'Leather bag', 'Shopping for carts', 'Living rooms', 'Contact', '12', ''])(
  '%s says nothing',
  label => expect([...meaningsOf(label)]).toEqual([]),
)
