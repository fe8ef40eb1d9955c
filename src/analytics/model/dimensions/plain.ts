import type { EventColumn } from '../../rows/columns.ts';
import type { Dimension } from '../dimension.ts';
import { type Title, title } from '../title.ts';

const plain = (id: string, name: Title, column: EventColumn): Dimension => ({
  id,
  title: name,
  type: 'text',
  container: 'event',
  isThere: `events.${column} != ''`,
  read: () => column,
  // A text as it stands: where the engine knows it by a number, it stays one until it is shown.
  text: (value) => value,
});

/** Properties of events that stand for something by convention. Names are ours and plain. */
const said = (id: string, name: Title, property: string): Dimension => ({
  id,
  title: name,
  type: 'text',
  container: 'event',
  read: (events) => events.column(`properties.${property}`),
  text: (value) => `ifNull(toString(${value}), '')`,
});

/** What a row says in a column of its own. */
export const PLAIN: readonly Dimension[] = [
  plain('event', title('Event | Ereignis | Événement | Evento | 事件'), 'name'),
  {
    id: 'channel',
    title: title('Channel | Kanal | Canal | Canal | 渠道'),
    type: 'text',
    container: 'event',
    read: () => 'channel_code',
  },
  plain('source', title('Source | Quelle | Source | Fuente | 来源'), 'source'),
  plain('utm-source', title('UTM source | UTM-Quelle | Source UTM | Fuente UTM | UTM 来源'), 'utm_source'),
  plain('utm-medium', title('UTM medium | UTM-Medium | Support UTM | Medio UTM | UTM 媒介'), 'utm_medium'),
  plain('campaign', title('Campaign | Kampagne | Campagne | Campaña | 活动'), 'utm_campaign'),
  plain('utm-term', title('UTM term | UTM-Begriff | Terme UTM | Término UTM | UTM 关键词'), 'utm_term'),
  plain(
    'utm-content',
    title('UTM content | UTM-Inhalt | Contenu UTM | Contenido UTM | UTM 内容'),
    'utm_content',
  ),
  plain('page', title('Page | Seite | Page | Página | 页面'), 'path'),
  plain('referrer', title('Referrer | Verweis | Site référent | Referente | 来路'), 'referrer_host'),
  plain('device', title('Device | Gerät | Appareil | Dispositivo | 设备'), 'device'),
  plain('platform', title('Platform | Plattform | Plateforme | Plataforma | 平台'), 'platform'),
  plain('browser', title('Browser | Browser | Navigateur | Navegador | 浏览器'), 'browser'),
  plain('country', title('Country | Land | Pays | País | 国家'), 'country'),
  plain('city', title('City | Stadt | Ville | Ciudad | 城市'), 'city'),
  {
    ...plain('store', title('Store | Filiale | Magasin | Tienda | 门店'), 'store'),
    named: () => 'store',
  },
  plain('currency', title('Currency | Währung | Devise | Moneda | 货币'), 'currency'),
  plain('order', title('Order | Bestellung | Commande | Pedido | 订单'), 'order_id'),
  said('search', title('Search words | Suchwörter | Mots recherchés | Palabras buscadas | 搜索词'), 'query'),
  said('coupon', title('Coupon | Gutschein | Code promo | Cupón | 优惠券'), 'coupon'),
  said(
    'list',
    title('Product list | Produktliste | Liste de produits | Lista de productos | 商品列表'),
    'list_id',
  ),
  said('promotion', title('Promotion | Aktion | Promotion | Promoción | 促销'), 'promotion_id'),
  // What the program will say of its own doings: properties of these names (docs/analytics.md, "Conventions").
  said('journey', title('Journey | Journey | Parcours | Recorrido | 旅程'), 'journey'),
  said(
    'journey-step',
    title('Journey step | Schritt der Journey | Étape du parcours | Paso del recorrido | 旅程步骤'),
    'step',
  ),
  said('message', title('Message | Nachricht | Message | Mensaje | 消息'), 'message'),
  said('offer', title('Offer | Angebot | Offre | Oferta | 优惠'), 'offer'),
  said('placement', title('Placement | Platzierung | Emplacement | Ubicación | 展示位置'), 'placement'),
  said('experience', title('Experience | Erlebnis | Expérience | Experiencia | 体验'), 'experience'),
  said('experiment', title('Experiment | Experiment | Expérimentation | Experimento | 实验'), 'experiment'),
  said('variant', title('Variant | Variante | Variante | Variante | 变体'), 'variant'),
];
