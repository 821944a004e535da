/** Signs that lists put beside names for what a legend says of them: 甲公司★, ▲ 乙公司. For a pattern's character class. */
export const SIGNS = "★☆*△▲▽▼※#●○◎◆◇■□";
