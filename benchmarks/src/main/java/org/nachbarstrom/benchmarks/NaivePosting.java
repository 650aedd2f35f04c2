package org.nachbarstrom.benchmarks;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.nachbarstrom.clearing.batch.BookingLine;
import org.nachbarstrom.clearing.batch.ControlTotals;
import org.nachbarstrom.clearing.batch.ReceivedBatch;

/**
 * Posting as one would write it down first: decimals in a hash map. Checks what clearing's rules
 * check and gives the same sums. The reference for posting.
 */
final class NaivePosting {
  /** Place of each sum in the values of the map. */
  static final int DEBIT = 0;

  static final int CREDIT = 1;
  static final int RECEIVED = 2;
  static final int GIVEN = 3;

  private static final int SUMS = 4;
  private static final int SCALE = 6;
  private static final Pattern ACCOUNT =
      Pattern.compile("GRID|([0-9]{11}|[A-Z]{2}[0-9A-Z]{31})/[^/\\s\\p{Cntrl}]{1,64}");

  private NaivePosting() {}

  /**
   * Sums per account in EUR and kWh of a batch on an empty ledger.
   *
   * @throws IllegalArgumentException if the batch breaks a rule
   */
  static Map<String, BigDecimal[]> post(ReceivedBatch batch) {
    Map<String, BigDecimal[]> accounts = new HashMap<>();
    Set<UUID> seen = new HashSet<>();
    BigDecimal amounts = BigDecimal.ZERO;
    BigDecimal energies = BigDecimal.ZERO;
    for (BookingLine line : batch.bookings()) {
      BigDecimal amount = BigDecimal.valueOf(line.amountMicroEuro(), SCALE);
      BigDecimal energy = BigDecimal.valueOf(line.energyMilliWattHours(), SCALE);
      require(seen.add(line.booking()), "booking repeated");
      require(ACCOUNT.matcher(line.debit()).matches(), "debit account");
      require(ACCOUNT.matcher(line.credit()).matches(), "credit account");
      require(!line.debit().equals(line.credit()), "same account");
      require(amount.signum() >= 0 && energy.signum() >= 0, "negative booking");
      add(accounts, line.debit(), DEBIT, amount);
      add(accounts, line.debit(), RECEIVED, energy);
      add(accounts, line.credit(), CREDIT, amount);
      add(accounts, line.credit(), GIVEN, energy);
      amounts = amounts.add(amount);
      energies = energies.add(energy);
    }
    checkTotals(batch.controlTotals(), seen.size(), amounts, energies);
    accounts.forEach(NaivePosting::checkEnergy);
    checkZeroSum(accounts);
    return accounts;
  }

  private static void add(
      Map<String, BigDecimal[]> accounts, String account, int sum, BigDecimal value) {
    BigDecimal[] sums = accounts.computeIfAbsent(account, key -> zeros());
    sums[sum] = sums[sum].add(value);
  }

  private static void checkTotals(
      ControlTotals stated, int bookings, BigDecimal amounts, BigDecimal energies) {
    require(stated.bookings() == bookings, "number of bookings");
    BigDecimal amount = BigDecimal.valueOf(stated.amountMicroEuro(), SCALE);
    require(amount.compareTo(amounts) == 0, "amount");
    BigDecimal energy = BigDecimal.valueOf(stated.energyMilliWattHours(), SCALE);
    require(energy.compareTo(energies) == 0, "energy");
  }

  private static void checkEnergy(String account, BigDecimal[] sums) {
    boolean enough = sums[RECEIVED].compareTo(sums[GIVEN]) >= 0;
    require(enough || account.equals("GRID"), "account overdrawn");
  }

  private static void checkZeroSum(Map<String, BigDecimal[]> accounts) {
    BigDecimal[] total = zeros();
    for (BigDecimal[] sums : accounts.values()) {
      for (int i = 0; i < SUMS; i++) {
        total[i] = total[i].add(sums[i]);
      }
    }
    require(total[DEBIT].compareTo(total[CREDIT]) == 0, "value not zero-sum");
    require(total[RECEIVED].compareTo(total[GIVEN]) == 0, "energy not zero-sum");
  }

  private static BigDecimal[] zeros() {
    return new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
