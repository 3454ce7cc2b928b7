/** What django-oscar 4.2.1 (BSD-3-Clause) calls things in its languages, separated by bars. Written by scripts/shop-words.ts. */

export const basketNames = {
  alone:
    'alışveriş sepeti|basged|basket|carrello|carrinho|carrito|cart|cesta|cistella|cos|giỏ hàng|grozs|handlekurv|korpa|koszyk|kosár|košarica|košík|krepšelis|kurv|orga|ostoskori|ostukorv|panier|troli belanja|varukorg|warenkorb|winkelwagen|καλάθι|корзина|кошик|զամբյուղ|סל|سبد|سلة المشتريات|टोकरी|ঝুরি|კალათა',
  anywhere: 'ตะกร้า|カート|購物車|购物车|장바구니',
}

export const basketLinks = {
  alone:
    'a kosarad üres|basket total|bekijk winkelmand|cart total|celkem v košíku|cosul tau este gol|cyfanswm y fasged|din indkøbskurv er tom|din varukorg är tom|giỏ hàng của bạn trống|hiển thị giỏ hàng|ihr warenkorb ist leer|il tuo carrello è vuoto|inspecteaza cos|irány a kosár|je winkelmand is leeg|jūsų krepšelis yra tuščias|keranjang anda kosong|kori yhteensä|korisi on tyhjä|kosár végösszege|košarica ukupno|košík celkom|krepšelio suma|kurv total|la seva cistella està buida|o carrinho está vazio|oglejte si košarico|orga guztira|orga hutsik|orga ikusi|ostukorvi summa|peržiūrėti krepšelį|pogledaj korpu|prikaži košaricu|sepet tutarı|sepeti görüntüle|sepetiniz boş|skupaj v košarici|sua cesta está vazia|summe|tampilkan belanjaan|tarkastele koria|teie ostukorv on tühi|total carrito|total cistella|total da cesta|total do carrinho|total du panier|total in cos|total keranjang|totale carrello|tu carrito esta vacío|twój koszyk jest pusty|tổng số giỏ hàng|ukupan iznos korpe|vaata ostukorvi|varukorg totalt|vaša korpa je prazna|vaša košarica je prazna|ver carrinho de compras|ver carrito|view basket|view cart|vis indkøbskurv|visa varukorg|visualizar cesta|visualizza carrello|voir le panier|votre panier est vide|váš košík je prázdny|váš košík je prázdný|warenkorb anzeigen|wartość produktów|winkelmand totaal|your basket is empty|your cart is empty|zobacz koszyk|zobrazit košík|zobraziť košík|προβολή καλαθιού|σύνολο καλαθιού|το καλάθι σας είναι άδειο|ваш кошик пустий|ваша корзина пуста|всего в корзине|всього|переглянути кошик|посмотреть корзину|סכום סל|סל הקניות ריק|סל קניות|اجمالي سلة التسوق|سبد خرید شما خالی است|سلة التسوق فارغة|عرض سلة التسوق|مجموع سبد خرید|نمایش سبد خرید|टोकरी जोड़|კალათა ცარიელია|კალათის ნახვა|კალათის ღირებულება',
  anywhere:
    'カートに商品はありません|カートを確認|カート合計|你的購物車是空的|您的购物车是空的|查看購物車|查看购物车|檢視購物車|總計金額|購物車沒有商品|購物車總額為|购物车总计|장바구니',
}

export const basketButtons = {
  alone:
    'a kosárba teszem|adauga in cos|add to basket|add to cart|adicionar ao carrinho|adicionar ao cesto de compras|adicionar à cesta|afegeix a la cistella|aggiungi al carrello|ajouter au panier|añadir al carrito|di chuyển tới giỏ hàng|di chuyển đến giỏ hàng|dodaj do koszyka|dodaj u košaricu|dodaj v košarico|dodati u korpu|flyt til indkøbskurv|flyt til kurv|flytta till varukorg|flyttet til handlekurven|in warenkorb legen|kosárba vele|lisa ostukorvi|lisää koriin|lägg i varukorg|læg i kurv|moure a la cistella|move to basket|move to cart|mover al carrito|mover para cesta|muta in cos|orgara gehitu|perkelti į krepšelį|pindah ke troli belanja|pindahkan ke keranjang|premakni v košarico|premesti u korpu|premjesti u košaricu|prestavi v košarico|presunúť do košíka|pridať do košíka|pridėti į krepšelį|przenieś do koszyka|přesunout do košíku|sepete ekle|sepete taşı|siirrä koriin|siirrä ostoskoriin|sposta nel carrello|tambahkan pada keranjang|thêm vào giỏ hàng|ubaci u kropu|verplaats naar winkelwagen|vložit do košíku|voeg aan winkelmand toe|επαναφορά στο καλάθι|μεταφορά στο καλάθι|προσθήκη στο καλάθι|добавить в корзину|додати в кошик|переместить в корзину|перемістити в кошик|տեղափոխել զամբյուղ|הוסף לסל|העבר לסל|أضف الى سلة التسوق|اضافه کردن به سبد|الانتقال إلى سلة المشتريات|النقل لسلة التسوق|انتقال به سبد خرید|टोकरी में डाल दें|კალათაში გადატანა|კალათაში დამატება',
  anywhere:
    'カートに入れる|カートに移動|カートに追加する|加入購物車|添加到购物车|添加至购物车|移到購物車|移到购物车|移动到购物车|장바구니담기|장바구니로옮기기',
}

export const orderButtons = {
  alone:
    'bestellung abschicken|checkout now|comprar já|crea ara la comanda|crea comanda|do pokladne|eskaera plazaratu|fazer encomenda|finalizar o pedido já|fortsätt till kassan|fortsæt til kassen|gå til kassen nu|gå till kassan|invia ordine|jatka maksamaan|jít k pokladně|kassalle|kassasse|kasszához|kontynuuj|kreni u naplatu|kutxara jo|na blagajno|naar kassa|nadaljuj na blagajno|naroči|naruči|nastavite sa procesom plaćanja|nu afrekenen|objednať|odeslat objednávku|passer au paiement|passer commande|pateikti užsakymą|pirkti dabar|plaats bestelling|place order|plaseaza comanda|plateste|plateste acum|pokračovať k pokladni|pošalji porudžbinu|proceed to checkout|procéder au paiement|proses pembelian|proses untuk proses akhir|prosseguir com pedido|realizar el pedido|realizar pedido|realizar pedido ahora|realizuj zamówienie|seguir para a compra|send ordre|sipariş ver|skicka order|tee tilaus|thanh toán ngay|tiến hành thanh toán|tuliskan pesanan|užsakyti|vai alla cassa|vai alla cassa ora|vormista tellimus|weiter zur kasse|ymlaen i dalu|zamawiam|ödemeye git|đặt hàng|şimdi satın al|κάντε παραγγελία|оформити|оформить|перейти к оформлению|разместить заказ|розмістити замовлення|לסיום קניה|לקופה|שליחת הזמנה|إتمام عملية الشراء|المتابعة للشراء|رفتن برای چک کردن نهایی|سفارش دهید|پرداخت نهایی|გადახდა|შეკვეთის განთავსება|შეკვეთის დაწყება',
  anywhere:
    '下訂單|下订单|前往結帳|注文の確定|注文確認画面へ|現在結帳|立即结算|購入|进行结算|결제진행하기|주문하기|지금결제하기',
}
