import { bare } from '../map/nearest.ts';

/** What columns are usually called, without case, spaces and signs; the likeliest first. */
const NAMES = {
  order:
    'invoiceno invoice invoicenumber invoiceid orderid orderno ordernumber order basketid transactionid receiptid receiptno receiptnumber saleid ticketno bestellnummer auftragsnummer',
  event: 'event eventname eventtype action activity',
  time: 'invoicedate orderdate timestamp datetime time eventtime date createdat orderedat purchasedate transactiondate transactiontimestamp occurredat processedat paidat ts datum bestelldatum',
  anonymous: 'anonymousid deviceid visitorid cookieid sessionuserid gaclientid',
  user: 'userid user uid accountid',
  crm: 'customerid customer customerno customernumber custid crmid clientid householdid kundennummer',
  loyalty: 'loyaltyid loyaltycard loyaltynumber memberid membershipno cardno kundenkarte',
  email: 'email emailaddress customeremail mail useremail',
  phone: 'phone phonenumber mobile telephone mobilephone telefon',
  product:
    'stockcode sku productid itemid articleno articlenumber article lineitemsku upc ean asin artikelnummer',
  productName: 'description productname itemname lineitemname product title name artikel',
  category: 'category productcategory department categoryname warengruppe',
  brand: 'brand manufacturer marke',
  variant: 'variant size colour color',
  quantity: 'quantity qty units lineitemquantity itemquantity menge anzahl',
  price: 'unitprice price itemprice lineitemprice priceperunit preis einzelpreis',
  lineTotal: 'linetotal lineamount salesvalue totalprice amount total revenue netamount betrag',
  currency: 'currency currencycode waehrung',
  coupon: 'coupon couponcode discountcode',
  store: 'storeid storeno store shopid branchid branch filiale',
  country: 'country countrycode land',
  city: 'city town ort',
  firstName: 'firstname givenname vorname',
  lastName: 'lastname surname familyname nachname',
} as const;

export type Role = keyof typeof NAMES;

/** Columns by what they are most likely. */
export type Roles = Readonly<Partial<Record<Role, string>>>;

/** Gives every role the column whose name fits it best; a column has one role. */
export function rolesOf(columns: readonly string[]): Roles {
  const byName = new Map(columns.map((column) => [bare(column), column]).reverse() as [string, string][]);
  const roles: Partial<Record<Role, string>> = {};
  for (const role of Object.keys(NAMES) as Role[]) {
    const name = NAMES[role].split(' ').find((candidate) => byName.has(candidate));
    if (name === undefined) continue;
    roles[role] = byName.get(name)!;
    byName.delete(name);
  }
  return roles;
}
