import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { EmptyDto } from '../ticket/ticket.dto';
import { PageDto } from './page.dto';
import { InvalidInput, validated } from './validated';

class PartDto {
  @IsString()
  @Length(1, 3)
  name: string;
}

class WholeDto {
  @IsInt()
  @Min(1)
  @Max(5)
  rating: number;

  @IsOptional()
  @IsIn(['是', '否'])
  solved?: string;

  @IsOptional()
  @Matches(/^x/, { message: '须以 x 开头，例如：x1' })
  code?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => PartDto)
  parts?: PartDto[];
}

function issuesOf(input: unknown) {
  try {
    validated(WholeDto, input);
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues;
    throw error;
  }
  return [];
}

describe('an input', () => {
  it('becomes an instance of its DTO', () => {
    const whole = validated(WholeDto, { rating: 5, parts: [{ name: 'a' }] });
    expect(whole).toBeInstanceOf(WholeDto);
    expect(whole.parts?.[0]).toBeInstanceOf(PartDto);
  });

  it.each([
    [{ rating: 6 }, '/rating', 'field.range', '不能大于 5'],
    [{ rating: '5' }, '/rating', 'field.not_integer', '应为整数'],
    [{}, '/rating', 'field.required', '必须填写'],
    [{ rating: null }, '/rating', 'field.not_integer', '应为整数'],
    [{ rating: 1, parts: [{ name: '' }] }, '/parts/0/name', 'field.length', '至少 1 个字符'],
    [{ rating: 1, solved: '也许' }, '/solved', 'field.not_listed', '应为以下之一：是, 否'],
    [{ rating: 1, code: 'y' }, '/code', 'field.format', '须以 x 开头，例如：x1'],
    [{ rating: 1, admin: true }, '/admin', 'field.unknown', '没有这个字段'],
    [{ rating: 1, parts: [{ name: 'abcd' }] }, '/parts/0/name', 'field.length', '至多 3 个字符'],
    [{ rating: 1, parts: [{ name: 'a', extra: 1 }] }, '/parts/0/extra', 'field.unknown', '没有这个字段'],
    [{ rating: 1, parts: [1] }, '/parts/0', 'field.not_object', '应为对象'],
    [{ rating: 1, parts: Array(3).fill({ name: 'a' }) }, '/parts', 'field.size', '至多 2 项'],
    ['text', '', 'field.not_object', '应为对象'],
    [[], '', 'field.not_object', '应为对象'],
  ])('%j is refused in words', (input, pointer, code, message) => {
    expect(issuesOf(input)).toContainEqual({ pointer, code, message });
  });

  it('without any field may be empty and nothing else', () => {
    expect(validated(EmptyDto, {})).toBeInstanceOf(EmptyDto);
    expect(() => validated(EmptyDto, { note: 1 })).toThrow(InvalidInput);
  });

  it('that is absent is an empty one', () => {
    expect(validated(PageDto, undefined)).toMatchObject({ limit: 20, total: false });
  });

  it('of a query is text, and numbers are read from it', () => {
    expect(validated(PageDto, { limit: '100', total: 'true' })).toMatchObject({ limit: 100, total: true });
    for (const limit of ['0', '101', 'x', '1.5', '']) {
      expect(() => validated(PageDto, { limit })).toThrow(InvalidInput);
    }
    expect(() => validated(PageDto, { total: '1' })).toThrow(InvalidInput);
  });
});
