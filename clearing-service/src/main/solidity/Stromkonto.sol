// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

/**
 * @title Stromkonto
 * @notice Witness of one utility's energy ledger. The journal itself is kept off chain; for every booking batch this contract
 * receives one Merkle root over all bookings and the gross sums per touched account, and refuses what breaks the ledger's rules:
 *
 *  - value and energy are zero-sum within a batch,
 *  - no account but the grid's may end a batch having given more energy than it received since the beginning,
 *  - batches follow each other without a gap and each is cleared once.
 *
 * An account is a random 20-byte number; nothing on chain names a person or a place. Value is counted in micro-euro (1e-6 EUR), energy
 * in milliwatt-hours (1e-6 kWh).
 *
 * The four sums of an account are packed into one word, 64 bits each, from the highest bits down: value debit, value credit, energy
 * received, energy given. The debit side of a booking receives the energy and owes the value.
 */
contract Stromkonto is Ownable2Step {
    /// @notice What one batch adds to one account.
    struct Movement {
        bytes20 account;
        /// value debit | value credit | energy received | energy given, 64 bits each, highest first
        uint256 sums;
    }

    /// @notice What is kept of a cleared batch.
    struct Batch {
        bytes32 merkleRoot;
        uint64 sequence;
        uint64 blockNumber;
        uint32 bookings;
    }

    /// @notice A batch was cleared: its root is recorded and its sums are added to the accounts.
    event BatchCleared(
        bytes32 indexed batchId, uint64 indexed sequence, bytes32 merkleRoot, uint32 bookings, uint256 accounts
    );

    /// @notice The batch id was cleared before, as the batch with this sequence.
    error BatchAlreadyCleared(bytes32 batchId, uint64 sequence);
    /// @notice The sequence does not follow the last cleared one.
    error SequenceNotNext(uint64 expected, uint64 actual);
    /// @notice A batch without root, bookings or movements says nothing.
    error BatchEmpty(bytes32 batchId);
    /// @notice Accounts must be strictly ascending, so that each occurs once.
    error AccountsNotAscending(bytes20 previous, bytes20 account);
    /// @notice The debit and credit values of the batch differ; micro-euro.
    error ValueNotZeroSum(uint256 debitMicroEuro, uint256 creditMicroEuro);
    /// @notice The energy received and given in the batch differ; milliwatt-hours.
    error EnergyNotZeroSum(uint256 receivedMilliWattHours, uint256 givenMilliWattHours);
    /// @notice The account would have given more energy than it received since the beginning; milliwatt-hours.
    error EnergyOverdrawn(bytes20 account, uint256 receivedMilliWattHours, uint256 givenMilliWattHours);
    /// @notice A cumulative sum of the account no longer fits 64 bits.
    error SumTooLarge(bytes20 account);

    /// @notice The account of the grid and the residual supplier: the only one that may give more energy than it received.
    bytes20 public immutable gridAccount;

    /// @notice Sequence of the last cleared batch; 0 before the first.
    uint64 public lastSequence;

    mapping(bytes20 account => uint256 sums) private _accounts;
    mapping(bytes32 batchId => Batch) private _batches;

    /// @param clearer the only sender allowed to clear batches
    /// @param grid number of the grid account
    constructor(address clearer, bytes20 grid) Ownable(clearer) {
        gridAccount = grid;
    }

    /**
     * @notice Clears a batch as a whole or not at all.
     * @param batchId identity of the batch
     * @param sequence the last cleared sequence plus one
     * @param merkleRoot root over the leaves of all bookings of the batch
     * @param bookings number of bookings (leaves)
     * @param movements gross sums per touched account, strictly ascending by account
     */
    function clearBatch(
        bytes32 batchId,
        uint64 sequence,
        bytes32 merkleRoot,
        uint32 bookings,
        Movement[] calldata movements
    ) external onlyOwner {
        uint64 known = _batches[batchId].sequence;
        if (known != 0) revert BatchAlreadyCleared(batchId, known);
        if (sequence != lastSequence + 1) revert SequenceNotNext(lastSequence + 1, sequence);
        if (merkleRoot == 0 || bookings == 0 || movements.length == 0) revert BatchEmpty(batchId);

        _move(movements);

        lastSequence = sequence;
        _batches[batchId] = Batch(merkleRoot, sequence, uint64(block.number), bookings);
        emit BatchCleared(batchId, sequence, merkleRoot, bookings, movements.length);
    }

    /**
     * @notice Cumulative sums of an account since the beginning; all zero for an unknown account.
     * @return valueDebitMicroEuro value it owes
     * @return valueCreditMicroEuro value it is owed
     * @return energyReceivedMilliWattHours energy it received
     * @return energyGivenMilliWattHours energy it gave
     */
    function account(bytes20 number)
        external
        view
        returns (
            uint64 valueDebitMicroEuro,
            uint64 valueCreditMicroEuro,
            uint64 energyReceivedMilliWattHours,
            uint64 energyGivenMilliWattHours
        )
    {
        uint256 sums = _accounts[number];
        return (uint64(sums >> 192), uint64(sums >> 128), uint64(sums >> 64), uint64(sums));
    }

    /// @notice Packed cumulative sums of many accounts, in the order asked.
    function accounts(bytes20[] calldata numbers) external view returns (uint256[] memory sums) {
        sums = new uint256[](numbers.length);
        for (uint256 i = 0; i < numbers.length; ++i) {
            sums[i] = _accounts[numbers[i]];
        }
    }

    /// @notice What is recorded of a batch; all zero for an unknown one.
    function batch(bytes32 batchId)
        external
        view
        returns (bytes32 merkleRoot, uint64 sequence, uint32 bookings, uint64 blockNumber)
    {
        Batch storage found = _batches[batchId];
        return (found.merkleRoot, found.sequence, found.bookings, found.blockNumber);
    }

    /**
     * @notice Whether the leaf belongs to the cleared batch.
     * @param leaf keccak256(keccak256(abi.encode(bytes16 booking, bytes20 debit, bytes20 credit, uint64 microEuro, uint64 milliWattHours)))
     * @param proof sibling hashes from the leaf up
     */
    function verify(bytes32 batchId, bytes32 leaf, bytes32[] calldata proof) external view returns (bool) {
        bytes32 root = _batches[batchId].merkleRoot;
        return root != 0 && MerkleProof.verifyCalldata(proof, root, leaf);
    }

    /// @dev Adds the movements to the accounts and checks the rules that hold within a batch.
    function _move(Movement[] calldata movements) private {
        // A lane of the totals holds at most 2^64 movements of 64 bits: it cannot overflow 256 bits.
        uint256 debit;
        uint256 credit;
        uint256 received;
        uint256 given;
        bytes20 previous;
        for (uint256 i = 0; i < movements.length; ++i) {
            bytes20 number = movements[i].account;
            // The zero account is excluded by this comparison, too: the first previous is zero.
            if (number <= previous) revert AccountsNotAscending(previous, number);
            previous = number;

            uint256 sums = movements[i].sums;
            debit += sums >> 192;
            credit += uint64(sums >> 128);
            received += uint64(sums >> 64);
            given += uint64(sums);
            _add(number, sums);
        }
        if (debit != credit) revert ValueNotZeroSum(debit, credit);
        if (received != given) revert EnergyNotZeroSum(received, given);
    }

    /// @dev Adds packed sums lane by lane.
    function _add(bytes20 number, uint256 sums) private {
        uint256 before = _accounts[number];
        uint256 debit = (before >> 192) + (sums >> 192);
        uint256 credit = uint256(uint64(before >> 128)) + uint64(sums >> 128);
        uint256 received = uint256(uint64(before >> 64)) + uint64(sums >> 64);
        uint256 given = uint256(uint64(before)) + uint64(sums);

        if ((debit | credit | received | given) > type(uint64).max) revert SumTooLarge(number);
        if (received < given && number != gridAccount) revert EnergyOverdrawn(number, received, given);
        _accounts[number] = (debit << 192) | (credit << 128) | (received << 64) | given;
    }
}
