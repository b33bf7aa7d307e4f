import { committedDocument, DOCUMENT_FILE } from './committed-document';

const text = { type: 'string' };
const perhaps = { type: 'string', nullable: true };
const pair = (items: object) => ({ type: 'array', minItems: 2, maxItems: 2, items });

describe(`what ${DOCUMENT_FILE} says`, () => {
  const document = committedDocument();
  const schemas = document?.components?.schemas ?? {};

  it('of the one answer of a matter: everything the first time, nothing to say it again', () => {
    const answer = document?.paths['/api/v1/matters/{id}/answer']?.post?.requestBody;
    expect(answer).toMatchObject({
      content: {
        'application/json': {
          schema: {
            oneOf: [{ $ref: '#/components/schemas/AnswerMatterDto' }, { type: 'object', maxProperties: 0 }],
          },
        },
      },
    });
    expect(answer).not.toMatchObject({ required: true });
    expect(schemas['AnswerMatterDto']).toMatchObject({ required: ['outcome', 'route', 'result'] });
  });

  it('of a row of the figures: plainly of one dimension, as a pair of two', () => {
    expect(schemas['ResolutionRowView']).toMatchObject({
      properties: {
        key: { oneOf: [perhaps, pair(perhaps)] },
        label: { oneOf: [text, pair(text)] },
      },
    });
  });
});
