import type { EventWords, KnownEvent } from './dictionary.ts';

type Gender = 'm' | 'f' | 'n';
const THE: Readonly<Record<Gender, string>> = { m: 'der', f: 'die', n: 'das' };

/** `object` and `none` come before the participle: hat ein Produkt angesehen, hat kein Produkt angesehen. */
function event(
  participle: string,
  object: string,
  none: string,
  gender: Gender,
  one: string,
  many: string,
): EventWords {
  const since = gender === 'f' ? 'seit der letzten' : 'seit dem letzten';
  return {
    did: `hat {when} ${object} ${participle}`,
    didThing: `hat {thing} {when} ${participle}`,
    not: `hat {when} ${none} ${participle}`,
    notThing: `hat {thing} {when} nicht ${participle}`,
    many,
    first: `${THE[gender]} erste ${one}`,
    last: `${THE[gender]} letzte ${one}`,
    since: `${since} ${one}`,
  };
}

/** What people do, in German. */
export const deEvents: Readonly<Record<KnownEvent, EventWords>> = {
  'Order Completed': event('gekauft', '', 'nicht', 'm', 'Kauf', 'Käufe'),
  'Order Refunded': event(
    'zurückgegeben',
    'eine Bestellung',
    'keine Bestellung',
    'f',
    'Rückgabe',
    'Rückgaben',
  ),
  'Order Cancelled': event(
    'storniert',
    'eine Bestellung',
    'keine Bestellung',
    'f',
    'Stornierung',
    'Stornierungen',
  ),
  'Product Viewed': event(
    'angesehen',
    'ein Produkt',
    'kein Produkt',
    'f',
    'Produktansicht',
    'Produktansichten',
  ),
  'Product List Viewed': event(
    'angesehen',
    'eine Produktliste',
    'keine Produktliste',
    'f',
    'Listenansicht',
    'Listenansichten',
  ),
  'Product Added': event(
    'in den Warenkorb gelegt',
    'ein Produkt',
    'kein Produkt',
    'n',
    'In-den-Warenkorb-Legen',
    'Warenkorb-Zugänge',
  ),
  'Product Removed': event(
    'aus dem Warenkorb genommen',
    'ein Produkt',
    'kein Produkt',
    'f',
    'Entnahme aus dem Warenkorb',
    'Entnahmen aus dem Warenkorb',
  ),
  'Product Added to Wishlist': event(
    'auf die Wunschliste gesetzt',
    'ein Produkt',
    'kein Produkt',
    'm',
    'Wunsch',
    'Wünsche',
  ),
  'Product Reviewed': event('bewertet', 'ein Produkt', 'kein Produkt', 'f', 'Bewertung', 'Bewertungen'),
  'Products Searched': event('gesucht', 'nach Produkten', 'nicht nach Produkten', 'f', 'Suche', 'Suchen'),
  'Cart Viewed': event(
    'angesehen',
    'den Warenkorb',
    'den Warenkorb nicht',
    'f',
    'Warenkorbansicht',
    'Warenkorbansichten',
  ),
  'Checkout Started': event('begonnen', 'eine Kasse', 'keine Kasse', 'm', 'Kassenbeginn', 'Kassenbeginne'),
  'Coupon Applied': event(
    'eingelöst',
    'einen Gutschein',
    'keinen Gutschein',
    'f',
    'Gutscheineinlösung',
    'Gutscheineinlösungen',
  ),
  'Promotion Clicked': event(
    'angeklickt',
    'eine Aktion',
    'keine Aktion',
    'm',
    'Klick auf eine Aktion',
    'Klicks auf Aktionen',
  ),
  'Page Viewed': event('angesehen', 'eine Seite', 'keine Seite', 'f', 'Seitenansicht', 'Seitenansichten'),
  'Screen Viewed': event(
    'angesehen',
    'eine App-Ansicht',
    'keine App-Ansicht',
    'f',
    'App-Ansicht',
    'App-Ansichten',
  ),
  'Email Opened': event('geöffnet', 'eine E-Mail', 'keine E-Mail', 'f', 'E-Mail-Öffnung', 'E-Mail-Öffnungen'),
  'Email Link Clicked': event(
    'geklickt',
    'in einer E-Mail',
    'in keiner E-Mail',
    'm',
    'Klick in einer E-Mail',
    'Klicks in E-Mails',
  ),
};
