/** Chinese family names: the commoner of the Hundred Family Surnames and of the census lists, 〇 left out. */
export const SURNAMES: ReadonlySet<string> = new Set(
  (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤" +
    "常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑" +
    "景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利于呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由揣苌" +
    "洪赖滑竺言矫笪侍苻敦耶律"
  ).split(""),
);

export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  "欧阳 上官 司马 诸葛 皇甫 尉迟 令狐 慕容 司徒 夏侯 东方 独孤 南宫 长孙 宇文 端木 公孙 轩辕 澹台 淳于 申屠 呼延 司空 钟离 闻人 百里 西门".split(
    " ",
  ),
);

/** Characters with which Mongol, Tibetan and Uygur names are written. */
export const TRANSCRIBED: ReadonlySet<string> = new Set(
  "阿巴白班边布才次达丹德登尔多俄恩尕嘎格更古哈呼吉加江杰金卡克拉兰勒里隆洛玛买麦曼美米木穆那娜尼努诺帕平普其青热仁日茹桑赛沙斯松苏索塔特提图吐托娃旺维乌西希雅央扬依伊益扎泽孜卓尊让措姆朗顿珠增花高朝鲁都音和琴莎赫陶艾迪力逊甫肯别朵措玉妥南",
);
