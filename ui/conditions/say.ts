/** The words of conditions in five languages: a file of their own, for they come after the first picture of a page. */
export { sayCondition, sayName } from '../../src/core/condition/index.ts';
