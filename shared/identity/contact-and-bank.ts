/** A mainland mobile number 手机号码: 11 digits. */
export const isMobile = (value: string): boolean => /^1[3-9]\d{9}$/.test(value);

/**
 * A bank account 银行账号: 12 to 19 digits. No Luhn check: only personal cards follow it, and the payee of a
 * grant is as a rule a company account.
 */
export const isBankAccount = (value: string): boolean => /^\d{12,19}$/.test(value);
