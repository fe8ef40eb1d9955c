import { type Static, Type } from 'typebox';

/** What is found about a document: an error keeps it from being published, a warning does not. */
export const FindingSchema = Type.Object(
  {
    severity: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
    code: Type.String({ description: 'Stable name of what is wrong' }),
    pointer: Type.String({ description: 'JSON pointer to the place in the document' }),
    at: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Characters from the start of the text at that place' }),
    ),
    message: Type.String({ description: 'What is wrong and what to do' }),
  },
  { additionalProperties: false },
);
export type Finding = Static<typeof FindingSchema>;
