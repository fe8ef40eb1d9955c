export const en = {
  scorecard: {
    title: 'Scorecard',
    add: 'Add a number',
    remove: 'Remove this number',
    moved: (range: string, metric: string, share: string, isUp: boolean) =>
      `${range}: ${metric} moved most, ${isUp ? 'up' : 'down'} by ${share} against the comparison.`,
    plain: (range: string, metric: string, value: string) => `${range}: ${value} for ${metric}.`,
  },
};
