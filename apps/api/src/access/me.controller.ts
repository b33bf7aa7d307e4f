import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangePassword, type ResolvedSession } from '@zhuqi/application';
import { SignedIn } from '../edge/route-access';
import { CurrentSession } from '../edge/signed-in';
import { ChangePasswordDto } from './session.dto';
import { MeView, meView } from './session.view';

/** The signed-in person about itself. */
@ApiTags('登录')
@Controller('me')
export class MeController {
  constructor(private readonly changePassword: ChangePassword) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: '当前登录人：角色、单位、地区、权限' })
  show(@CurrentSession() session: ResolvedSession): MeView {
    return meView(session.person);
  }

  @Put('password')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: '修改密码', description: '其他登录全部结束；本次登录以 refreshToken 继续。' })
  async replacePassword(
    @CurrentSession() session: ResolvedSession,
    @Body() body: ChangePasswordDto,
  ): Promise<void> {
    await this.changePassword.execute({
      personId: session.person.actor.id,
      family: session.family,
      currentPassword: body.currentPassword,
      newPassword: body.newPassword,
    });
  }
}
