/** What django-oscar 4.2.1 (BSD-3-Clause) calls things in its languages, as regular expressions' alternatives. Written by scripts/shop-words.ts. */

export const basketNames = {
  alone:
    'alışveriş sepeti|troli belanja|سلة المشتريات|winkelwagen|handlekurv|krepšelis|ostoskori|warenkorb|carrello|carrinho|cistella|giỏ hàng|košarica|ostukorv|varukorg|զամբյուղ|carrito|корзина|basged|basket|koszyk|panier|καλάθι|კალათა|cesta|grozs|korpa|kosár|košík|кошик|टोकरी|cart|kurv|orga|ঝুরি|cos|سبد|סל',
  anywhere: 'ตะกร้า|장바구니|カート|購物車|购物车',
}

export const basketLinks = {
  alone:
    'la seva cistella està buida|jūsų krepšelis yra tuščias|το καλάθι σας είναι άδειο|il tuo carrello è vuoto|vaša košarica je prazna|ver carrinho de compras|din indkøbskurv er tom|giỏ hàng của bạn trống|ihr warenkorb ist leer|twój koszyk jest pusty|je winkelmand is leeg|keranjang anda kosong|o carrinho está vazio|teie ostukorv on tühi|tu carrito esta vacío|votre panier est vide|سبد خرید شما خالی است|sua cesta está vazia|vaša korpa je prazna|váš košík je prázdny|váš košík je prázdný|your basket is empty|din varukorg är tom|oglejte si košarico|peržiūrėti krepšelį|tampilkan belanjaan|visualizza carrello|cosul tau este gol|ukupan iznos korpe|warenkorb anzeigen|your cart is empty|ваша корзина пуста|посмотреть корзину|კალათის ღირებულება|bekijk winkelmand|cyfanswm y fasged|hiển thị giỏ hàng|skupaj v košarici|total do carrinho|wartość produktów|winkelmand totaal|переглянути кошик|اجمالي سلة التسوق|kosár végösszege|prikaži košaricu|sepeti görüntüle|tarkastele koria|tổng số giỏ hàng|visualizar cesta|προβολή καλαθιού|ваш кошик пустий|سلة التسوق فارغة|celkem v košíku|inspecteaza cos|korisi on tyhjä|košarica ukupno|ostukorvi summa|total du panier|total keranjang|totale carrello|vaata ostukorvi|varukorg totalt|vis indkøbskurv|σύνολο καλαθιού|всего в корзине|კალათა ცარიელია|a kosarad üres|krepšelio suma|pogledaj korpu|total cistella|total da cesta|voir le panier|zobrazit košík|zobraziť košík|عرض سلة التسوق|مجموع سبد خرید|نمایش سبد خرید|irány a kosár|kori yhteensä|sepetiniz boş|total carrito|visa varukorg|zobacz koszyk|סל הקניות ריק|კალათის ნახვა|basket total|košík celkom|orga guztira|sepet tutarı|total in cos|orga hutsik|ver carrito|view basket|cart total|kurv total|orga ikusi|टोकरी जोड़|view cart|סל קניות|סכום סל|всього|summe',
  anywhere:
    'カートに商品はありません。|您的购物车是空的。|你的購物車是空的|購物車沒有商品|カートを確認|購物車總額為|カート合計|查看購物車|查看购物车|檢視購物車|购物车总计|總計金額|장바구니',
}

export const basketButtons = {
  alone:
    'adicionar ao cesto de compras|verplaats naar winkelwagen|الانتقال إلى سلة المشتريات|flyttet til handlekurven|tambahkan pada keranjang|pindah ke troli belanja|voeg aan winkelmand toe|di chuyển tới giỏ hàng|di chuyển đến giỏ hàng|pindahkan ke keranjang|adicionar ao carrinho|afegeix a la cistella|переместить в корзину|aggiungi al carrello|flyt til indkøbskurv|flytta till varukorg|premjesti u košaricu|επαναφορά στο καλάθι|moure a la cistella|perkelti į krepšelį|premakni v košarico|prestavi v košarico|przenieś do koszyka|přesunout do košíku|sposta nel carrello|μεταφορά στο καλάθι|προσθήκη στο καλάθι|перемістити в кошик|in warenkorb legen|presunúť do košíka|pridėti į krepšelį|siirrä ostoskoriin|добавить в корзину|տեղափոխել զամբյուղ|أضف الى سلة التسوق|انتقال به سبد خرید|adicionar à cesta|ajouter au panier|añadir al carrito|thêm vào giỏ hàng|اضافه کردن به سبد|النقل لسلة التسوق|टोकरी में डाल दें|კალათაში გადატანა|კალათაში დამატება|a kosárba teszem|dodaj do koszyka|dodaj u košaricu|dodaj v košarico|mover al carrito|mover para cesta|premesti u korpu|pridať do košíka|vložit do košíku|lägg i varukorg|dodati u korpu|lisa ostukorvi|move to basket|додати в кошик|adauga in cos|add to basket|flyt til kurv|orgara gehitu|siirrä koriin|ubaci u kropu|kosárba vele|lisää koriin|move to cart|add to cart|muta in cos|sepete ekle|sepete taşı|læg i kurv|הוסף לסל|העבר לסל',
  anywhere:
    '장바구니로 옮기기|カートに追加する|カートに入れる|장바구니 담기|カートに移動|添加到购物车|添加至购物车|移动到购物车|加入購物車|移到購物車|移到购物车',
}

export const orderButtons = {
  alone:
    'nastavite sa procesom plaćanja|proses untuk proses akhir|رفتن برای چک کردن نهایی|bestellung abschicken|finalizar o pedido já|pokračovať k pokladni|prosseguir com pedido|realizar pedido ahora|розмістити замовлення|fortsätt till kassan|nadaljuj na blagajno|procéder au paiement|seguir para a compra|tiến hành thanh toán|перейти к оформлению|crea ara la comanda|proceed to checkout|realizuj zamówienie|შეკვეთის განთავსება|fortsæt til kassen|odeslat objednávku|passer au paiement|pošalji porudžbinu|realizar el pedido|vai alla cassa ora|إتمام عملية الشراء|eskaera plazaratu|pateikti užsakymą|plaats bestelling|vormista tellimus|gå til kassen nu|plaseaza comanda|proses pembelian|tuliskan pesanan|weiter zur kasse|κάντε παραγγελία|разместить заказ|შეკვეთის დაწყება|fazer encomenda|jatka maksamaan|kreni u naplatu|passer commande|realizar pedido|thanh toán ngay|المتابعة للشراء|gå till kassan|jít k pokladně|vai alla cassa|şimdi satın al|plateste acum|ymlaen i dalu|checkout now|crea comanda|invia ordine|nu afrekenen|pirkti dabar|skicka order|پرداخت نهایی|do pokladne|na blagajno|place order|sipariş ver|ödemeye git|שליחת הזמנה|comprar já|kutxara jo|naar kassa|send ordre|tee tilaus|לסיום קניה|سفارش دهید|kasszához|kontynuuj|kassalle|kassasse|objednať|plateste|užsakyti|zamawiam|đặt hàng|оформити|оформить|გადახდა|naroči|naruči|לקופה',
  anywhere:
    '注文確認画面へ|결제 진행하기|지금 결제하기|注文の確定|前往結帳|現在結帳|立即结算|进行结算|주문하기|下訂單|下订单|購入',
}

export const wishListWords = {
  alone:
    "adauga la lista de cumparaturi|اضافه کردن به فهرست علاقمندیها|adicionar à lista de desejos|aggiungi alla lista desideri|pridėti į pageidavimų sąrašą|thêm vào danh sách yêu thích|προσθήκη στη λίστα επιθυμίων|ajouter à la liste d['’ʻʼ‘`]envies|añadir a la lista de deseos|добавить к списку желаемого|zu wunschzettel hinzufügen|menambah daftar keinginan|voeg toe aan verlanglijst|სურვილების სიაში დამატება|a kívánságlistához adom|přidat do seznamu přání|додати до списку бажань|lägg till i önskelista|أضف إلى قائمة الأمنيات|dodaj do listy życzeń|dodaj na seznam želja|i̇stek listesine ekle|lista de cumparaturi|liste de cumparaturi|danh sách mong muốn|dodaj u listu želja|dodaj u popis želja|pageidavimų sąrašas|הוסיפו לרשימת מתנות|føj til ønskeliste|lisää toivelistaan|listas de desejos|pridať do zoznamu|add to wish list|daftar keinginan|i̇stek listeleri|lista de desejos|λίστες επιθυμιών|desio-zerrendak|kívánáságlisták|lista de deseos|soovinimekirjad|λίστα επιθυμιών|لیست درخواست ها|i̇stek listesi|lisa nimekirja|lista desideri|liste d['’ʻʼ‘`]envies|liste desideri|списки желаний|список желаний|قائمة الأمنيات|kívánságlista|soovinimekiri|список бажань|lista życzeń|listy życzeń|seznam přání|seznam želja|verlanglijst|wunschzettel|רשימת משאלות|lista želja|popis želja|toivelistat|önskelistor|ønskelister|רשימת מתנות|ჩანიშნულები|toivelista|wish lists|önskelista|ønskeliste|wish list|chci to|zoznamy|zoznam",
  anywhere: 'ほしい物リスト|위시 리스트|心愿单|心願單',
}

export const shippingWords = {
  alone:
    'spese di spedizione gratuite|nemokamas pristatymas|безкоштовна доставка|kostenloser versand|бесплатная доставка|besplatna isporuka|brezplačna dostava|giao hàng miễn phí|gratis forsendelse|ingyenes szállítás|livraison gratuite|besplatna dostava|bezpłatna wysyłka|gratis pengiriman|gratis verzending|ilmainen toimitus|ingyenes postázás|ücretsiz gönderim|δωρεάν μεταφορικά|ilmainen lähetys|livrare gratuita|preprava zdarma|حمل ونقل رایگان|doprava zdarma|envío gratuito|უფასო მიწოდება|free shipping|envio grátis|envío gratis|frete grátis|tasuta tarne|משלוח חינם|fri frakt|شحن مجاني',
  anywhere: '무료 배송|免费配送|免運費|免郵費|無料',
}
