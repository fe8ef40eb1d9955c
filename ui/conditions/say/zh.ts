/** What conditions are said with in this language alone. */
export { conditionWordsZh as words, sayConditionIn, sayNameIn } from '../../../src/core/condition/index.ts';
