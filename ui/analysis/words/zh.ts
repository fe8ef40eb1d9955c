import type { Words } from '../../language/words/en.ts';

const units = {
  min: ['分钟', '分钟'],
  h: ['小时', '小时'],
  d: ['天', '天'],
  w: ['周', '周'],
  mo: ['个月', '个月'],
  y: ['年', '年'],
};
const calendars = {
  day: ['今天', '昨天', '天'],
  week: ['本周', '上周', '周'],
  month: ['本月', '上月', '个月'],
  quarter: ['本季度', '上季度', '个季度'],
  year: ['今年', '去年', '年'],
};

export const zh: Words['analysis'] = {
  title: '分析',
  workspaces: '工作区',
  newWorkspace: '新建工作区',
  newName: '新工作区',
  noWorkspaces: '还没有人保存过工作区。请新建一个，或查看演示中的四个。',
  name: '名称',
  rename: '点击重命名',
  unsaved: '未保存',
  save: '保存',
  revert: '还原',
  saved: '已保存，能看到此工作区的人都会看到。',
  notSaved: '未能保存',
  changedMeanwhile: '您打开之后，别人已保存了此工作区。请以其他名称保存您的版本，或还原以查看对方的版本。',
  panel: (number) => `面板 ${number}`,
  addPanel: '添加面板',
  addPart: '添加',
  removePanel: '移除面板',
  emptyPanel: '此面板是空的。请添加表格或图表，或把组件拖到这里。',
  panelMenu: (name) => `面板“${name}”的更多操作`,
  partMenu: (name) => `“${name}”的更多操作`,
  duplicate: '复制',
  moveUp: '上移',
  moveDown: '下移',
  moveBack: '前移',
  moveOn: '后移',
  moveTo: '移到面板',
  size: '宽度',
  widths: (columns) =>
    columns === 12
      ? '整行'
      : ({ 3: '四分之一', 4: '三分之一', 6: '一半', 8: '三分之二', 9: '四分之三' }[columns] ??
        `${columns}/12`),
  csv: '下载 CSV',
  png: '下载图片',
  exportFailed: '无法生成文件',
  remove: '移除',
  unknownPart: (kind) => `此版本无法绘制“${kind}”。`,
  find: '查找',
  nothingFound: '没有匹配项。',
  components: '组件',
  findComponent: '查找组件',
  kinds: { dimension: '维度', metric: '指标', segment: '细分', range: '日期' },
  before: (value) => `之前：${value}`,
  comparison: '对比',
  aCondition: '一个条件',
  from: (what, origin) => `${what}（${origin}）`,
  origins: { workspace: '来自工作区', panel: '来自面板', part: '本图' },
  takeAway: (what) => `在此去掉：${what}`,
  filters: {
    is: (dimension, value) => `${dimension}为 ${value}`,
    isNot: (dimension, value) => `${dimension}不为 ${value}`,
    known: (dimension) => `${dimension}已知`,
  },
  states: {
    asking: '正在查询',
    waiting: (elapsed) => `仍在统计 · ${elapsed}`,
    cancel: '取消',
    stopped: '您已停止此查询。',
    askAgain: '重新查询',
    empty: '此时间范围内没有发生任何事。请放宽范围或去掉筛选。',
  },
  number: {
    menu: '对这个数字的操作',
    keep: '只保留这一项',
    keepInPanel: '在整个面板中只保留这一项',
    exclude: '排除这一项',
    breakDown: '细分维度',
  },
  text: {
    title: '文字',
    edit: '编辑',
    empty: '还没有内容。',
    hint: '# 标题，- 列表，**粗体**。离开输入框即保留，按 Esc 放弃。',
  },
  ranges: {
    units,
    last: (count, unit) => `最近 ${count} ${units[unit][0]}`,
    calendar: (unit, back, count) => {
      const [now, before, one] = calendars[unit];
      if (count > 1) return back === 0 ? `含当前的最近 ${count} ${one}` : `之前完整的 ${count} ${one}`;
      return back === 0 ? now! : back === 1 ? before! : `${back} ${one}前`;
    },
    formula: (unit, shift, days) =>
      `${calendars[unit][0]}开始${shift ? ` ${signed(shift)} ${calendars[unit][2]}` : ''}${days ? ` ${signed(days)} 天` : ''}`,
    since: (from) => `自 ${from}`,
    none: '无',
    previous: '上一时段',
    yearBefore: '去年同期',
    against: (range) => `对比 ${range}`,
  },
};

function signed(value: number): string {
  return value > 0 ? `+${value}` : `${value}`;
}
