package org.nachbarstrom.metering.substitute;

/** Why a substitute is needed; the names are the codes of MSCONS STS+Z40 for electricity. */
public enum SubstitutionReason {
  /** No access to the meter. */
  Z74,
  /** Failure of communication. */
  Z75,
  /** Outage of the grid. */
  Z76,
  /** Loss of voltage. */
  Z77,
  /** Change of the device. */
  Z78,
  /** Calibration. */
  Z79,
  /** Device outside its conditions of operation. */
  Z80,
  /** Device defective. */
  Z81,
  /** Uncertainty of the measurement. */
  Z82,
  /** Clock was set. */
  ZA0,
  /** Implausible. */
  ZA1,
  /** Wrong transformer factor. */
  ZA3,
  /** Faulty reading. */
  ZA4,
  /** Error of data processing. */
  ZA7,
  /** Disturbance of the device. */
  ZB0
}
