import type { Purposes } from './purposes-schema.ts';

/** What holds until somebody publishes other purposes. Only messages about what somebody ordered go without a word of hers. */
export const DEFAULT_PURPOSES: Purposes = {
  purposes: [
    {
      key: 'marketing',
      name: 'Marketing',
      description: 'Offers and news by message, telephone or post.',
      translations: {
        de: { name: 'Werbung', description: 'Angebote und Neuigkeiten per Nachricht, Telefon oder Post.' },
        fr: { name: 'Marketing', description: 'Offres et nouveautés par message, téléphone ou courrier.' },
        es: { name: 'Marketing', description: 'Ofertas y novedades por mensaje, teléfono o correo.' },
        zh: { name: '营销', description: '通过消息、电话或邮寄发送优惠和新品。' },
      },
      channels: ['email', 'sms', 'push', 'phone', 'post'],
      unsaid: 'out',
      state: 'active',
    },
    {
      key: 'service',
      name: 'Service messages',
      description: 'What concerns an order, a delivery or an account.',
      translations: {
        de: {
          name: 'Servicenachrichten',
          description: 'Was eine Bestellung, Lieferung oder das Konto betrifft.',
        },
        fr: {
          name: 'Messages de service',
          description: 'Ce qui concerne une commande, une livraison ou un compte.',
        },
        es: {
          name: 'Mensajes de servicio',
          description: 'Lo que atañe a un pedido, una entrega o una cuenta.',
        },
        zh: { name: '服务消息', description: '与订单、配送或账户有关的信息。' },
      },
      channels: ['email', 'sms', 'push'],
      unsaid: 'in',
      state: 'active',
    },
    {
      key: 'personalization',
      name: 'Personal offers',
      description: 'Pages and offers that follow what somebody looked at and bought.',
      translations: {
        de: {
          name: 'Persönliche Angebote',
          description: 'Seiten und Angebote nach dem, was jemand ansah und kaufte.',
        },
        fr: { name: 'Offres personnelles', description: 'Pages et offres selon ce qui a été vu et acheté.' },
        es: { name: 'Ofertas personales', description: 'Páginas y ofertas según lo visto y comprado.' },
        zh: { name: '个性化优惠', description: '根据浏览和购买展示页面与优惠。' },
      },
      channels: ['any'],
      unsaid: 'out',
      state: 'active',
    },
    {
      key: 'analytics',
      name: 'Analysis',
      description: 'Measuring how site, app and stores are used.',
      translations: {
        de: { name: 'Auswertung', description: 'Messen, wie Website, App und Filialen genutzt werden.' },
        fr: { name: 'Analyse', description: 'Mesurer l’usage du site, de l’application et des magasins.' },
        es: { name: 'Análisis', description: 'Medir el uso de la web, la aplicación y las tiendas.' },
        zh: { name: '分析', description: '衡量网站、应用和门店的使用情况。' },
      },
      channels: ['any'],
      unsaid: 'out',
      state: 'active',
    },
    {
      key: 'profiling',
      name: 'Profiling',
      description: 'Guessing what somebody will do or like, by scores.',
      translations: {
        de: { name: 'Profilbildung', description: 'Vorhersagen, was jemand tun oder mögen wird.' },
        fr: { name: 'Profilage', description: 'Prévoir ce que quelqu’un fera ou aimera.' },
        es: { name: 'Elaboración de perfiles', description: 'Prever qué hará o qué le gustará a alguien.' },
        zh: { name: '用户画像', description: '用评分预测其行为或喜好。' },
      },
      channels: ['any'],
      unsaid: 'out',
      state: 'active',
    },
    {
      key: 'advertising',
      name: 'Advertising elsewhere',
      description: 'Handing over data to third parties, so that advertisements fit.',
      translations: {
        de: { name: 'Werbung bei Dritten', description: 'Weitergabe an Dritte, damit Anzeigen passen.' },
        fr: {
          name: 'Publicité chez des tiers',
          description: 'Transmission à des tiers pour des annonces adaptées.',
        },
        es: {
          name: 'Publicidad de terceros',
          description: 'Cesión a terceros para que los anuncios encajen.',
        },
        zh: { name: '第三方广告', description: '将数据提供给第三方以投放合适的广告。' },
      },
      channels: ['any'],
      unsaid: 'out',
      state: 'active',
    },
  ],
};
