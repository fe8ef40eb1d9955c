import type { Words } from '../../../language/words/en.ts';

export const zh: Words['parts'] = {
  scorecard: {
    title: '关键数字',
    add: '添加数字',
    remove: '移除这个数字',
    moved: (range, metric, share, isUp) =>
      `${range}：${metric}变化最大，较对比时段${isUp ? '上升' : '下降'} ${share}。`,
    plain: (range, metric, value) => `${range}：${metric} ${value}。`,
  },
};
