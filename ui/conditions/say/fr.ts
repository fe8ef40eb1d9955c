/** What conditions are said with in this language alone. */
export { conditionWordsFr as words, sayConditionIn, sayNameIn } from '../../../src/core/condition/index.ts';
