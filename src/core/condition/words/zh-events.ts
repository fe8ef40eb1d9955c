import type { EventWords, KnownEvent } from './dictionary.ts';

/** `before` stands before the thing, as in 将…加入购物车; `verb` after it there, else before it. */
function event(verb: string, object: string, noun: string, isAfter = false): EventWords {
  const around = (not: string, thing: string): string =>
    isAfter ? `{when}${not}将${thing}${verb}` : `{when}${not}${verb}过${thing}`;
  return {
    did: around('', object),
    didThing: around('', '{thing}'),
    not: around('没有', isAfter ? `任何${object}` : object),
    notThing: around('没有', '{thing}'),
    many: noun,
    first: `首次${noun}`,
    last: `最近一次${noun}`,
    since: `自最近一次${noun}以来`,
  };
}

/** What people do, in Chinese. */
export const zhEvents: Readonly<Record<KnownEvent, EventWords>> = {
  'Order Completed': event('购买', '', '购买'),
  'Order Refunded': event('退回', '订单', '退货'),
  'Order Cancelled': event('取消', '订单', '取消订单'),
  'Product Viewed': event('浏览', '商品', '商品浏览'),
  'Product List Viewed': event('浏览', '商品列表', '列表浏览'),
  'Product Added': event('加入购物车', '商品', '加入购物车', true),
  'Product Removed': event('移出购物车', '商品', '移出购物车', true),
  'Product Added to Wishlist': event('加入心愿单', '商品', '加入心愿单', true),
  'Product Reviewed': event('评价', '商品', '评价'),
  'Products Searched': event('搜索', '商品', '搜索'),
  'Cart Viewed': event('查看', '购物车', '查看购物车'),
  'Checkout Started': event('开始', '结账', '开始结账'),
  'Coupon Applied': event('使用', '优惠券', '使用优惠券'),
  'Promotion Clicked': event('点击', '促销', '点击促销'),
  'Page Viewed': event('浏览', '页面', '页面浏览'),
  'Screen Viewed': event('浏览', '应用界面', '应用界面浏览'),
  'Email Opened': event('打开', '电子邮件', '打开电子邮件'),
  'Email Link Clicked': event('点击', '电子邮件中的链接', '点击邮件链接'),
};
