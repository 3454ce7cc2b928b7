/** What people do on sites that show prices and sell no goods, in the form of `tokensOf`. */
export const otherTradeActions = [
  'book now|book online|book a table|book a room|book your stay|book your|booking|booking now|reserve|reserve now|reservation|reservations',
  'réserver|réservation|réservations|rezervovat|rezervace|rezervovať|rezervácia|rezervasyon|rezervă|rezervare|rezerwacja|rezerwuj|zarezerwuj',
  'prenota|prenotazione|prenotazioni|reservar|reserva|reservas|reservieren|jetzt buchen|buchen|boek nu|boeken|reserveren|boka|book nå|varaa',
  'забронировать|бронирование|забронювати|резервация|κράτηση|حجز|احجز|احجز الآن|رزرو|להזמין מקום|đặt phòng|đặt bàn|foglalás',
  'donate|donate now|make a donate|make a donation|donation|donar|spenden|jetzt spenden|doneer|faire un don|doar|adopt an|пожертвовать|تبرع',
  'tickets|buy tickets|get tickets|comprar entradas|entradas|ingressos|biglietti|billets|bilety|билеты|квитки|tiket|vé|bilet al|lippuja',
  'for rent|rent a car|rent now|enroll|enroll now|enrol now|apply now|install|installieren|free trial|start free trial|get started',
  'pledge|back this project|search flights|choose plan|call agent|contact agent|our agents|contactar|free valuation|post an ad|post your ad|publica tu anuncio|dodaj ogłoszenie|inserieren',
  'подать объявление|become a seller|become a host|become a teacher|become an instructor',
].join('|')

/** Whole labels of links in the navigation of such sites. */
export const otherTradeNouns =
  'rooms|our rooms|trainers|instructors|chef|chefs|our chefs|destination|destinations|properties|property|agents|courses|our menu|hotels|flights|tours'
