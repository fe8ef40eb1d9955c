/** What conditions are said with in this language alone. */
export { conditionWordsDe as words, sayConditionIn, sayNameIn } from '../../../src/core/condition/index.ts';
