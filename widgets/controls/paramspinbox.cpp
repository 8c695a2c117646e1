// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/paramspinbox.h"

#include <QLineEdit>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

double numberOf(const ParamValue &value)
{
    if (const auto *whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    const auto *real = std::get_if<double>(&value);
    return real ? *real : 0;
}

/// A tenth of the leading digit's place: 0.3 steps by 0.01, 120 by 10.
double linearStep(double value)
{
    return value == 0 ? 0.1 : std::pow(10, std::floor(std::log10(std::abs(value))) - 1);
}

} // namespace

ParamSpinBox::ParamSpinBox(ParamSpec spec, QWidget *parent)
    : QAbstractSpinBox(parent)
    , m_spec(std::move(spec))
{
    setFocusPolicy(Qt::StrongFocus);
    setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
    setValue(m_spec.defaultValue);
    connect(lineEdit(), &QLineEdit::textChanged, this, &ParamSpinBox::valueEdited);
}

Result<ParamValue> ParamSpinBox::value() const
{
    return parseParam(m_spec, lineEdit()->text().trimmed().toStdString());
}

void ParamSpinBox::setValue(const ParamValue &value)
{
    lineEdit()->setText(QString::fromStdString(toText(value)));
}

double ParamSpinBox::clamped(double value) const
{
    if (m_spec.minimum && (m_spec.minimumExcluded ? value <= *m_spec.minimum : value < *m_spec.minimum)) {
        const double current = numberOf(this->value().value_or(m_spec.defaultValue));
        value = m_spec.minimumExcluded ? current : *m_spec.minimum;
    }
    return m_spec.maximum ? std::min(value, *m_spec.maximum) : value;
}

void ParamSpinBox::stepBy(int steps)
{
    const double now = numberOf(value().value_or(m_spec.defaultValue));
    const bool whole = m_spec.type == ParamType::Integer;
    double next = now;
    if (m_spec.logarithmic && now > 0) {
        next = now * std::pow(whole ? 2 : std::sqrt(10), steps);
        next = std::stod(QString::number(next, 'g', 2).toStdString());
    } else {
        const double step = whole ? 1 : linearStep(now);
        next = std::round((now + steps * step) / step) * step;
        next = std::stod(QString::number(next, 'g', 12).toStdString());
    }
    next = clamped(next);
    if (whole)
        setValue(static_cast<std::int64_t>(std::llround(next)));
    else
        setValue(next);
    lineEdit()->selectAll();
}

QAbstractSpinBox::StepEnabled ParamSpinBox::stepEnabled() const
{
    const double now = numberOf(value().value_or(m_spec.defaultValue));
    StepEnabled enabled = StepNone;
    if (!m_spec.minimum || now > *m_spec.minimum)
        enabled |= StepDownEnabled;
    if (!m_spec.maximum || now < *m_spec.maximum)
        enabled |= StepUpEnabled;
    return enabled;
}

void ParamSpinBox::wheelEvent(QWheelEvent *event)
{
    // A form that scrolls must not change what happens to pass under the pointer.
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace assay::ui
