/** What conditions are said with in this language alone. */
export { conditionWordsEs as words, sayConditionIn, sayNameIn } from '../../../src/core/condition/index.ts';
