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

  it('only of what is there: every reference leads to a schema', () => {
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)];
    const lost = named.map(([, name]) => name ?? '').filter((name) => schemas[name] === undefined);
    expect([named.length > 0, lost]).toEqual([true, []]);
  });

  it('of a parameter with a default: it may be left out', () => {
    const operations = Object.values(document?.paths ?? {}).flatMap((path) => [path.get, path.post]);
    const asked = operations.flatMap((operation) => operation?.parameters ?? []);
    const withDefault = asked.filter(
      (each) => 'in' in each && each.schema !== undefined && 'default' in each.schema,
    );
    const demanded = withDefault.filter((each) => 'required' in each && each.required);
    expect([withDefault.length > 0, demanded]).toEqual([true, []]);
  });
});
