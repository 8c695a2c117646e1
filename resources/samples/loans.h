// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resources/samples/draw.h"

namespace assay::samples {

/// The applications of 2023, and those of the first half of 2024 when incomes had risen and more people applied from
/// the capital.
enum class Batch { First, Later };

namespace loans {

// What was built in; README.md beside this file tells it in words.
constexpr double againstWomen = -0.9; ///< log-odds of approval at equal merit
constexpr double againstGreen = -0.7;
constexpr double laterIncome = 1.25;
constexpr std::size_t firstRows = 4000;
constexpr std::size_t laterRows = 2000;

inline constexpr Choice sexes[]{{"female", 0.47}, {"male", 0.53}};
inline constexpr Choice ethnicities[]{{"amber", 0.62}, {"blue", 0.23}, {"green", 0.15}};
inline constexpr Choice regions[]{{"capital", 0.20}, {"east", 0.22}, {"north", 0.18}, {"south", 0.24}, {"west", 0.16}};
inline constexpr Choice regionsLater[]{
    {"capital", 0.38}, {"east", 0.16}, {"north", 0.13}, {"south", 0.20}, {"west", 0.13}};
inline constexpr Choice educations[]{{"school", 0.31}, {"vocational", 0.34}, {"bachelor", 0.23}, {"master", 0.12}};
inline constexpr Choice employments[]{
    {"employee", 0.68}, {"self-employed", 0.14}, {"retired", 0.10}, {"unemployed", 0.08}};
inline constexpr Choice purposes[]{
    {"car", 0.33}, {"home", 0.27}, {"education", 0.11}, {"business", 0.13}, {"other", 0.16}};
constexpr int terms[]{12, 24, 36, 48, 60, 84};

struct Applicant
{
    std::size_t sex = 0, ethnicity = 0, region = 0, education = 0, employment = 0, purpose = 0;
    int term = 0;
    double age = 0, income = 0, debtRatio = 0, historyYears = 0, latePayments = 0, amount = 0;
    bool incomeKnown = true, historyKnown = true, educationKnown = true;
};

inline Applicant drawApplicant(Random &random, Batch batch)
{
    Applicant a;
    a.sex = draw(random, sexes);
    a.ethnicity = draw(random, ethnicities);
    a.region = draw(random, batch == Batch::First ? regions : regionsLater);
    a.education = draw(random, educations);
    a.employment = draw(random, employments);
    a.purpose = draw(random, purposes);
    a.term = terms[random.below(std::size(terms))];
    a.age = std::floor(within(41 + 13 * random.normal(), 19, 82));
    if (a.age >= 65)
        a.employment = 2;
    else if (a.employment == 2)
        a.employment = 0;
    const double schooling = 0.14 * static_cast<double>(a.education);
    const double work = a.employment == 3 ? -0.7 : a.employment == 2 ? -0.25 : 0;
    const double place = a.region == 0 ? 0.15 : 0;
    a.income =
        std::exp(10.25 + schooling + work + place + 0.32 * random.normal()) * (batch == Batch::Later ? laterIncome : 1);
    a.income = rounded(a.income, 100);
    a.debtRatio = within(0.28 + 0.14 * random.normal(), 0.01, 0.95);
    a.historyYears = within((a.age - 18) * (0.25 + 0.5 * random.uniform()), 0, 45);
    a.latePayments = std::floor(within(-1.3 * std::log(1 - random.uniform()), 0, 9));
    a.amount = rounded(a.income * (0.1 + 0.9 * random.uniform()), 100);
    a.incomeKnown = random.uniform() >= 0.03;
    a.historyKnown = random.uniform() >= 0.06;
    a.educationKnown = random.uniform() >= 0.02;
    return a;
}

/// Log-odds of approval: merit first, then the bias.
inline double approvalLogit(const Applicant &a)
{
    const double merit = 1.0 + 1.1 * std::log(a.income / 32000) - 4.2 * (a.debtRatio - 0.28) - 0.75 * a.latePayments +
                         0.05 * a.historyYears - 1.6 * (a.amount / a.income - 0.55) - (a.employment == 3 ? 0.9 : 0) +
                         (a.purpose == 1 ? 0.3 : 0) - (a.purpose == 3 ? 0.35 : 0);
    return 0.3 + 1.35 * merit + (a.sex == 0 ? againstWomen : 0) + (a.ethnicity == 2 ? againstGreen : 0);
}

inline std::vector<std::string> cells(const Applicant &a, std::size_t id, std::chrono::sys_days day, bool approved)
{
    return {std::to_string(id),
            isoDate(day),
            text(a.age, 0),
            sexes[a.sex].word,
            ethnicities[a.ethnicity].word,
            regions[a.region].word,
            a.educationKnown ? educations[a.education].word : "",
            employments[a.employment].word,
            a.incomeKnown ? text(a.income, 0) : "",
            text(a.debtRatio, 3),
            a.historyKnown ? text(a.historyYears, 1) : "",
            text(a.latePayments, 0),
            text(a.amount, 0),
            std::to_string(a.term),
            purposes[a.purpose].word,
            approved ? "yes" : "no"};
}

} // namespace loans

inline std::string loansCsv(Batch batch)
{
    using namespace std::chrono;
    const bool later = batch == Batch::Later;
    const std::size_t rows = later ? loans::laterRows : loans::firstRows;
    const sys_days start = year(later ? 2024 : 2023) / 1 / 1;
    const int days = later ? 182 : 365;
    Random random(later ? 20240101 : 20230101);
    std::string csv = "application_id,applied_on,age,sex,ethnicity,region,education,employment,income,debt_ratio,"
                      "credit_history_years,"
                      "late_payments,amount,term_months,purpose,approved\n";
    for (std::size_t i = 0; i < rows; ++i) {
        const loans::Applicant applicant = loans::drawApplicant(random, batch);
        const bool approved = random.uniform() < 1 / (1 + std::exp(-loans::approvalLogit(applicant)));
        const auto day = start + std::chrono::days(static_cast<int>(i) * days / static_cast<int>(rows));
        addRow(csv, loans::cells(applicant, (later ? 500001 : 100001) + i, day, approved));
    }
    return csv;
}

} // namespace assay::samples
